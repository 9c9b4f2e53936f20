"""Whether the module in C++ was built, and for the Python that runs."""

import importlib.machinery
import pathlib
import sys

FOLDER = pathlib.Path(__file__).parent


def check(folder: pathlib.Path = FOLDER) -> None:
    """Tells what to do where the module cannot be imported.

    Raises
    ------
    ImportError
        It was built for another Python, or not at all.
    """
    built = sorted(path.name for path in folder.glob("_postroad*.so"))
    if any(f"_postroad{suffix}" in built for suffix in importlib.machinery.EXTENSION_SUFFIXES):
        return
    this = f"Python {sys.version_info.major}.{sys.version_info.minor} ({sys.executable})"
    if built:
        raise ImportError(
            f"postroad was built for another Python than this {this}: {', '.join(built)}. "
            "'./postroad python' in the checkout starts the right one"
        )
    raise ImportError(f"postroad is not built, so {this} cannot have it: './postroad python' builds it")
