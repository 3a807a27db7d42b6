from __future__ import annotations
import os, sys as system
import a.b.c
import a.b as ab
from m import x, y as z
from . import sibling
from .util import (
    one,
    two as deux,
)
from .. import parent
from ...far.away import *

try:
    import json
except ImportError:
    json = None


def late():
    from pkg.sub import thing
    os = 1
    return thing(os)
