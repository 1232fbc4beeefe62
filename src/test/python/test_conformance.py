"""The Jupyter project's conformance tests (jupyter_kernel_test) run against our kernelspec."""

import unittest

import jupyter_kernel_test


class ConformanceTest(jupyter_kernel_test.KernelTests):
    kernel_name = "copse-java"
    language_name = "Java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": "Datasets.bcg", "matches": {"bcgVaccine()"}},
        {"text": "RandomEffects.withDef", "matches": {"withDefaults()"}},
    ]
    complete_code_samples = ["1", 'System.out.println("hello, world");', "void f(int x) {\n  int y = x * 2;\n}"]
    incomplete_code_samples = ["for (int i = 0; i < 3; i++) {", "int f(int x) {\n  int y = x * 2;"]
    invalid_code_samples = ["import 7", 'System.out.println("hello']
    code_generate_error = "throw new RuntimeException();"
    code_execute_result = [{"code": "1 + 2", "result": "3"}, {"code": '"a" + "b"', "result": "ab"}]
    code_display_data = [
        {"code": "display(Datasets.bcgVaccine());", "mime": "text/html"},
        {"code": 'display("x");', "mime": "text/plain"},
    ]
    supported_history_operations = ("tail", "search")
    code_history_pattern = "1*"
    code_inspect_sample = "Datasets.bcgVaccine("
    code_clear_output = ""


if __name__ == "__main__":
    unittest.main()
