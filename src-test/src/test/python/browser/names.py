"""Names that try to be more than names."""

HOSTILE = [
    "<script>window.hacked=1</script>",
    "\"><img src=x onerror=window.hacked=2>",
    "'><svg onload=window.hacked=3>",
    "javascript:window.hacked=4",
    "</td></table></style></script><script>window.hacked=5</script>",
    "{{constructor.constructor('window.hacked=6')()}}",
    '=HYPERLINK("x")',
    "\u202egnp.exe\u202c\u2066\u200f",
    "\u001b[31mred\u001b[0m\u0000\u0007",
    "'; DROP TABLE slices; --",
    "../../etc/passwd",
    "long" * 2500,
    "| cell | *bold* [x](javascript:1) `code`",
    "",
    "   ",
]


class Names:
    """The names of a run: ordinary ones, or hostile ones in their place, the same each time."""

    def __init__(self, hostile):
        self.hostile = hostile
        self.known = {}

    def __call__(self, name):
        if not self.hostile:
            return name
        count = len(self.known)
        again = "" if count < len(HOSTILE) else name
        return self.known.setdefault(name, HOSTILE[count % len(HOSTILE)] + again)
