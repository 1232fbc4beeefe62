"""The kernel itself: a first cell without noise, imports and displays with no set-up line, interrupt, completion."""

import re
import time

import pytest
from jupyter_client.manager import KernelManager


@pytest.fixture(scope="module")
def kernel():
    manager = KernelManager(kernel_name="copse-java")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=120)
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def execute(client, code, timeout=120):
    """Returns all outputs of a cell."""
    outputs = []
    reply = client.execute_interactive(code, timeout=timeout, output_hook=outputs.append)
    return reply["content"]["status"], [message for message in outputs if message["msg_type"] != "status"]


def data(outputs):
    results = [o["content"]["data"] for o in outputs if o["msg_type"] in ("execute_result", "display_data")]
    return results[-1] if results else {}


def test_first_cell_is_quiet(kernel):
    status, outputs = execute(kernel[1], "1 + 1")
    assert status == "ok"
    assert data(outputs)["text/plain"] == "2"
    assert [o for o in outputs if o["msg_type"] == "stream"] == []


def test_displays_need_no_import(kernel):
    status, outputs = execute(kernel[1], "Datasets.bcgVaccine()")
    assert status == "ok", outputs
    assert "<table" in data(outputs)["text/html"] and "Aronson" in data(outputs)["text/plain"]
    assert [o for o in outputs if o["msg_type"] == "stream"] == []


def test_cells_see_what_they_need_and_the_rest_still_loads(kernel):
    """Batik is not on the path that cells are compiled against, which makes the start shorter; drawing a PNG still finds it."""
    code = (
        'var seen = System.getProperty("java.class.path");\n'
        'var png = java.nio.file.Files.createTempFile("plot", ".png");\n'
        "FunnelPlot.of(RandomEffects.of(Trials.of(Datasets.bcgVaccine()).study(\"author\", \"year\")"
        '.binary("tpos", "tn", "cpos", "cn").as(RISK_RATIO))).save(png.toString());\n'
        'List.of(seen.contains("batik"), seen.contains("tablesaw-core"), seen.contains("fastutil"), java.nio.file.Files.size(png) > 5000)'
    )
    status, outputs = execute(kernel[1], code)
    assert status == "ok", outputs
    words = [word for word in data(outputs)["text/plain"].split() if word in ("true", "false")]
    assert words == ["false", "true", "true", "true"], data(outputs)["text/plain"]


def test_the_readme_example(kernel):
    code = (
        'var rr = Trials.of(Datasets.bcgVaccine()).study("author", "year")'
        '.binary("tpos", "tn", "cpos", "cn").as(RISK_RATIO);\n'
        "var fit = RandomEffects.of(rr);\nForestPlot.of(fit)"
    )
    status, outputs = execute(kernel[1], code)
    assert status == "ok", outputs
    shown = data(outputs)
    assert shown["image/svg+xml"].startswith("<svg") and "0.49" in shown["text/plain"]
    assert 'src="data:image/svg+xml;base64,' in shown["text/html"]


@pytest.mark.parametrize(
    "expression",
    ["fit", "rr", "LeaveOneOut.of(fit)", 'Subgroups.by("alloc").of(fit)', "FunnelPlot.of(fit)", "ForestPlot.of(fit).figure()",
     "fit.heterogeneity()", "fit.prediction().orElseThrow()", "fit.interval()", "fit.test()", "fit.backTransformed()",
     'Trials.of(Datasets.bcgVaccine()).study("author", "year")', 'Datasets.bcgVaccine().column("year")',
     'tech.tablesaw.plotly.api.ScatterPlot.create("t", Datasets.bcgVaccine(), "ablat", "tpos")'],
)  # fmt: skip
def test_every_value_has_html_and_text(kernel, expression):
    status, outputs = execute(kernel[1], expression)
    assert status == "ok", outputs
    shown = data(outputs)
    assert shown["text/html"].startswith("<div") and shown["text/plain"].strip()
    assert "NaN" not in shown["text/plain"]


def test_an_error_says_what_to_do(kernel):
    code = 'Trials.of(Datasets.bcgVaccine()).study("author", "year").binary("tn", "tpos", "cpos", "cn").as(RISK_RATIO)'
    status, outputs = execute(kernel[1], code)
    assert status == "error"
    error = next(o["content"] for o in outputs if o["msg_type"] == "error")
    assert "events must not exceed total" in error["evalue"] + "".join(error["traceback"])


def test_interrupt_keeps_the_session(kernel):
    manager, client = kernel
    execute(client, "int kept = 41;")
    client.execute("Thread.sleep(60_000);")
    time.sleep(2)
    start = time.monotonic()
    manager.interrupt_kernel()
    client.get_shell_msg(timeout=30)
    assert time.monotonic() - start < 20
    status, outputs = execute(client, "kept + 1")
    assert status == "ok" and data(outputs)["text/plain"] == "42"


LONG = """double[] y = new double[60];
double[] v = new double[60];
for (int i = 0; i < 60; i++) {
  y[i] = Math.sin(i);
  v[i] = 0.1 + i;
}
Batch.withDefaults().progress(Progress.shown()).stream(BatchSources.allSubsets(y, v), results -> {});"""


def test_interrupt_stops_the_work_and_says_how_far_it_came(kernel):
    manager, client = kernel
    execute(client, "int before = 7;")
    client.execute(LONG)
    seen = []
    while sum(m["msg_type"] == "update_display_data" for m in seen) < 2:
        seen.append(client.get_iopub_msg(timeout=60))
    manager.interrupt_kernel()
    while seen[-1]["msg_type"] != "error":
        seen.append(client.get_iopub_msg(timeout=60))
    client.get_shell_msg(timeout=30)
    said = "".join(traceback(seen))
    assert re.fullmatch(r"Stopped after [\d,]+ of [\d,]+ data sets \(0 %\); nothing computed before is lost\.", said), said
    assert not said.startswith("Stopped after 0 of")
    shown = [m["content"] for m in seen if m["msg_type"] in ("display_data", "update_display_data")]
    assert len({content["transient"]["display_id"] for content in shown}) == 1
    assert " a second, " in shown[-1]["data"]["text/plain"]
    threads = 'Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().startsWith("copse-batch"))'
    assert data(execute(client, threads)[1])["text/plain"] == "false"
    assert data(execute(client, "before")[1])["text/plain"] == "7"


SLOW = """double[] y2 = new double[4000];
double[] v2 = new double[4000];
var names = new ArrayList<String>();
var reported = new ArrayList<Reported>();
for (int i = 0; i < 4000; i++) {
  names.add("s" + i);
  reported.add(new Reported(Math.sin(i), 0.3 + i % 7 * 0.1, "given"));
}
LeaveOneOut.of(RandomEffects.of(ReportedEffects.of(ReportedMeasure.GENERIC_DIFFERENCE, Studies.of(names), reported)))"""


def interrupted(kernel, code, after=2.0):
    """Interrupts a cell; returns its outputs and the seconds to the answer."""
    manager, client = kernel
    client.execute(code)
    time.sleep(after)
    start = time.monotonic()
    manager.interrupt_kernel()
    client.get_shell_msg(timeout=60)
    seconds = time.monotonic() - start
    seen = [client.get_iopub_msg(timeout=60)]
    while seen[-1]["msg_type"] != "error":
        seen.append(client.get_iopub_msg(timeout=60))
    return seen, seconds


def test_interrupt_stops_leave_one_out_and_says_how_far_it_came(kernel):
    seen, seconds = interrupted(kernel, SLOW)
    said = "".join(traceback(seen))
    assert re.fullmatch(r"Stopped after [\d,]+ of 4,000 fits \(\d+ %\); nothing computed before is lost\.", said), said
    assert seconds < 10  # of a busy machine; 0.1 s on an idle one


@pytest.mark.parametrize(
    "loop",
    ["while (true) { turns++; }", "for (;;) { try { Thread.sleep(1); } catch (InterruptedException e) { } turns++; }",
     "java.util.stream.Stream.iterate(0, i -> i + 1).forEach(i -> turns++)", "void endless() { while (true) { turns++; } }\nendless();"],
)  # fmt: skip
def test_interrupt_ends_loops_of_the_cells_own(kernel, loop):
    client = kernel[1]
    execute(client, "long turns = 0;")
    interrupted(kernel, loop, after=1.0)
    time.sleep(0.3)
    first, later = (data(execute(client, "turns")[1])["text/plain"] for _ in range(2))
    assert first == later and int(first) > 0
    again = "int some() { int s = 0; for (int i = 0; i < 10; i++) { s += i; } return s; }\nsome()"
    assert data(execute(client, again)[1])["text/plain"] == "45", "a later cell was stopped as well"


def test_a_loop_that_asks_for_the_interrupt_ends_as_it_likes(kernel):
    client = kernel[1]
    execute(client, "long rounds = 0; String end = null;")
    interrupted(kernel, 'while (!Thread.interrupted()) { rounds++; }\nend = "saved";', after=1.0)
    time.sleep(0.3)
    first, later = (data(execute(client, "rounds")[1])["text/plain"] for _ in range(2))
    assert first == later and int(first) > 0


def completions(client, code):
    return client.complete(code, len(code), reply=True, timeout=60)["content"]["matches"]


def test_completion_is_short_and_ordered(kernel):
    found = completions(kernel[1], "RandomEffects.")
    assert {"of(", "withDefaults()", "preset("} <= set(found)
    execute(kernel[1], 'var shortFit = RandomEffects.of(Trials.of(Datasets.bcgVaccine()).study("author", "year").binary("tpos", "tn", "cpos", "cn").as(RISK_RATIO));')
    methods = completions(kernel[1], "shortFit.")
    assert "tau2()" in methods and "iSquared()" in methods
    assert not {"wait(", "notify()", "getClass()", "hashCode()"} & set(methods)
    assert methods == sorted(methods)


def test_a_closed_choice_offers_its_constants_first(kernel):
    found = completions(kernel[1], "RandomEffects.withDefaults().tau2(")
    assert found[0].startswith("Tau2Estimator.") and "Tau2Estimator.REML" in found[:20]
    found = completions(kernel[1], 'Trials.of(Datasets.bcgVaccine()).study("author").binary("tpos", "tn", "cpos", "cn").as(')
    assert found[0].startswith("BinaryMeasure.")


@pytest.mark.parametrize("code", ["RandomEffects.preset(", "RandomEffects.pre|set(Preset.REVMAN5)"])
def test_help_shows_signature_and_javadoc(kernel, code):
    at = code.find("|") if "|" in code else len(code)
    code = code.replace("|", "")
    reply = kernel[1].inspect(code, at, reply=True, timeout=120)["content"]
    assert reply["found"]
    text = reply["data"]["text/plain"]
    assert "RandomEffects.preset(Preset " in text and "Returns " in text
    assert "{@" not in text and "<p>" not in text and "&tau;" not in text


def test_help_on_a_class(kernel):
    text = kernel[1].inspect("EffectFormat", 3, reply=True, timeout=120)["content"]["data"].get("text/plain", "")
    assert "EffectFormat" in text or text == ""
    text = kernel[1].inspect("RandomEffects", 5, reply=True, timeout=120)["content"]["data"]["text/plain"]
    assert "RandomEffects" in text and len(text.splitlines()) > 3


def traceback(outputs):
    return [re.sub("\x1b\\[[0-9;]*m", "", line) for o in outputs if o["msg_type"] == "error" for line in o["content"]["traceback"]]


def test_a_copse_error_is_its_message_alone(kernel):
    status, outputs = execute(kernel[1], 'Trials.of(Datasets.bcgVaccine()).study("writer")')
    lines = traceback(outputs)
    assert status == "error"
    assert "writer" in lines[0] and not any("\tat " in line or "    at " in line or "jjava" in line for line in lines), lines
    error = [o["content"] for o in outputs if o["msg_type"] == "error"][0]
    assert error["ename"] == "IllegalArgumentException" and "writer" in error["evalue"]


def test_a_users_own_error_says_where(kernel):
    _, outputs = execute(kernel[1], "int third(int[] a) {\n  return a[3];\n}\nthird(new int[2]);")
    lines = traceback(outputs)
    assert lines[0].startswith("ArrayIndexOutOfBoundsException: Index 3"), lines
    assert any("third" in line for line in lines) and not any("jjava" in line or "jdk.jshell" in line for line in lines), lines


def test_a_compile_error_starts_with_the_reason(kernel):
    _, outputs = execute(kernel[1], "int a = 1;\nRandomEffects.off(a)")
    lines = traceback(outputs)
    assert lines[0].startswith("Does not compile: cannot find symbol"), lines
    assert any("off" in line for line in lines)
