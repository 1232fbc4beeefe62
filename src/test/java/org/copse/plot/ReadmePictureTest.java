package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryMeasure;
import org.copse.model.RandomEffects;
import org.junit.jupiter.api.Test;

/**
 * The README's picture is what the README's code draws. After a wanted change of the plot: {@code
 * mvn test -Dtest=ReadmePictureTest -Dcopse.update=true}.
 */
class ReadmePictureTest {

  private static final Path PICTURE = Path.of("notebooks", "images", "bcg-forest-plot.svg");

  @Test
  void pictureIsUpToDate() throws IOException {
    var trials = Trials.of(Datasets.bcgVaccine()).study("author", "year").year("year");
    var rr = trials.binary("tpos", "tn", "cpos", "cn").as(BinaryMeasure.RISK_RATIO);
    ForestPlot plot =
        ForestPlot.of(RandomEffects.of(rr.arms("Vaccinated", "Control")))
            .title("BCG vaccine against tuberculosis")
            .favours("Favours vaccine", "Favours control");
    if (Boolean.getBoolean("copse.update")) {
      plot.save(PICTURE);
    }
    String drawn = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + plot.svg() + "\n";
    assertEquals(Files.readString(PICTURE).replace("\r\n", "\n"), drawn);
  }
}
