"""What pre-commit installs for the hooks `bodyguard` and `bodyguard-full`: nothing but the wheel that is published.

The wheel itself is built from packaging/pypi. `tests/suite/packaging.rs` keeps the version equal to that of Cargo.toml.
"""

from setuptools import setup

setup(
    name="bodyguard_pre_commit",
    version="0.1.0",
    install_requires=["bodyguard-go==0.1.0"],
    packages=[],
    py_modules=[],
)
