"""Imports are made when a cell first names something of them: nothing is missed, nothing declared before is lost."""

import time

import pytest
from jupyter_client.manager import KernelManager
from test_kernel import completions, data, execute

IMPORTS = "kernel().getJShell().imports().count()"


@pytest.fixture(scope="module")
def client():
    manager = KernelManager(kernel_name="copse-java")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=120)
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def shown(client, code):
    status, outputs = execute(client, code)
    assert status == "ok", outputs
    return data(outputs)["text/plain"]


def test_only_what_is_named_is_imported(client):
    assert int(shown(client, IMPORTS)) == 1
    shown(client, "Datasets.bcgVaccine()")
    assert int(shown(client, IMPORTS)) == 2
    shown(client, "Datasets.bcgVaccine().rowCount()")
    assert int(shown(client, IMPORTS)) == 2


def test_names_not_imported_yet_are_completed(client):
    before = int(shown(client, IMPORTS))
    assert "ReconstructedPatients" in completions(client, "ReconstructedPat")
    assert "SMD_GLASS" not in completions(client, "RECONSTR")
    assert "TrimAndFill" in completions(client, "var a = TrimAnd")
    assert "TrimAndFill" not in completions(client, 'var a = "TrimAnd')
    assert "TrimAndFill" not in completions(client, "words.TrimAnd")
    assert int(shown(client, IMPORTS)) == before


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("RISK_RATIO", "RISK_RATIO"),
        ("List.of(Duration.ZERO, BigDecimal.ONE).toString()", "[PT0S, 1]"),
        ("Pattern.matches(\"a+\", \"aa\")", "true"),
        ("Path.of(\"a\").getFileName()", "a"),
        ("Tau2Estimator.\\u0050M", "PM"),
        ("TimeUnit.\\u0053ECONDS", "SECONDS"),
        ("\\u0055RI.create(\"a:b\").getScheme()", "a"),
        ('eval("SurvivalData.class.getSimpleName()")', "SurvivalData"),
        ("IntColumn.create(\"x\", 1, 2).size()", "2"),
    ],
)
def test_every_name_needs_no_import(client, code, value):
    assert value in shown(client, code)


def test_the_users_own_class_wins(client):
    shown(client, "record Egger(int a) {}\nnew Egger(7).a()")
    assert shown(client, "new Egger(8).a()") == "8"


def test_variables_keep_their_values():
    manager = KernelManager(kernel_name="copse-java")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=120)
    try:
        execute(client, "class Box { int v = 3; }")
        execute(client, "Box box = new Box(); box.v = 9;")
        execute(client, "var words = new java.util.ArrayList<String>(); words.add(\"a\");")
        execute(client, "int more(int a) { return a + box.v; }")
        execute(client, 'var rr = Trials.of(Datasets.bcgVaccine()).study("author", "year").binary("tpos", "tn", "cpos", "cn").as(RISK_RATIO);')
        execute(client, "var q = RandomEffects.of(rr).heterogeneity();")
        before = int(shown(client, IMPORTS))
        for code in ["Heterogeneity same = q;", "Effects those = rr;", "RAW_MEAN", "List<Box> boxes = List.of(box);", "File.separator", "KaplanMeier.class", "Path.of(\"x\")"]:
            execute(client, code)
        assert int(shown(client, IMPORTS)) > before + 4
        assert shown(client, '"" + box.v + words + more(1) + (q == same) + (rr == those) + boxes.get(0).v') == "9[a]10truetrue9"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_packages_are_completed(client):
    end = time.monotonic() + 60
    while not (found := [word for word in completions(client, "import org.copse.mod") if word.startswith("model")]):
        assert time.monotonic() < end
        time.sleep(0.5)
    assert found
