"""The real descriptions that scripts take, and the program that they try. Needs PyYAML."""
import glob, os, subprocess, sys

import yaml

os.chdir(os.path.dirname(os.path.abspath(__file__)) + "/..")


class Loader(yaml.SafeLoader):
    """Leaves dates the texts that they are."""


Loader.yaml_implicit_resolvers = {
    key: [(tag, expression) for tag, expression in resolvers if not tag.endswith(":timestamp")]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path):
    """The root of a description; None where it is not one."""
    try:
        with open(path, encoding="utf-8") as file:
            root = yaml.load(file, Loader)
    except (yaml.YAMLError, ValueError, TypeError):
        return None
    return root if isinstance(root, dict) and {"openapi", "swagger"} & root.keys() else None


def paths(most):
    """Those of Tests/Descriptions, and those of ../shared/corpus of up to so many bytes, if it is there."""
    if not os.path.isdir("../shared/corpus"):
        print("../shared/corpus is not there: only Tests/Descriptions are taken", file=sys.stderr)
    return sorted(glob.glob("Tests/Descriptions/*.yaml") + [
        path for path in glob.glob("../shared/corpus/descriptions/**/*.*", recursive=True)
        if path.endswith((".yaml", ".json")) and os.path.getsize(path) < most])


def swift(*arguments):
    return subprocess.run(["swift", *arguments], check=True, capture_output=True, text=True).stdout


def apigen():
    """The path of the program, built for release."""
    swift("build", "-c", "release", "--product", "apigen")
    return swift("build", "-c", "release", "--show-bin-path").strip() + "/apigen"
