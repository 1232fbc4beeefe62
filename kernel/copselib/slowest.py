"""The slowest of the Java tests, from the reports that Maven's Surefire writes."""

import xml.etree.ElementTree as ElementTree

SHOWN = 20


def lines(project):
    """Returns the sum of all tests' seconds and the slowest tests, the slowest first; nothing if there are no reports."""
    found = []
    for file in sorted(project.target.glob("surefire-reports/TEST-*.xml")):
        for case in ElementTree.parse(file).getroot().iter("testcase"):
            # a thousand seconds and more are written with a comma
            found.append((float(case.get("time", "0").replace(",", "")), f"{case.get('classname')}.{case.get('name')}"))
    if not found:
        return []
    found.sort(reverse=True)
    head = f"{len(found)} Java tests took {sum(time for time, _ in found):.0f} s; the slowest:"
    return [head, *(f"{time:8.2f} s  {name}" for time, name in found[:SHOWN])]
