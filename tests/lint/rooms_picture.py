"""Draws the rooms of model/ from the table of layers.py: docs/rooms.svg.

usage: rooms_picture.py > docs/rooms.svg
"""

from pathlib import Path

from layers import ENGINE_LEVELS, LEVELS

# What stands beside each level: whom its rooms are for.
WORDS = [
    "what every protocol stands on",
    "messages, mechanisms, the record's unit",
    "names, sessions, mailboxes as plain data",
    "sessions and decisions that need what is below",
    "sockets and coroutines in virtual time; networks",
    "ns-3 applications; the gateway to this machine",
    "ns-3 helpers; the one record",
    "a scenario: values, checks, YAML",
    "running networks, expectations, pictures",
    "the command line",
]

WIDTH = 1100
ROW = 56
BOX = 36
LEFT = 40
GAP = 8
CHARACTER = 7.6  # width of one, in the font of the boxes


def room_width(room: str) -> float:
    """How wide a room's box is, its name and some air."""
    return round(len(room) * CHARACTER + 20)


def draw_room(room: str, left: float, top: float, exists: bool) -> list[str]:
    """One room; dashed while nobody has moved in."""
    dashes = "" if exists else ' stroke-dasharray="4 3"'
    fill = "#ffffff" if exists else "none"
    ink = "#1b2a33" if exists else "#5d6b73"
    middle = left + room_width(room) / 2
    return [
        f'<rect x="{left}" y="{top}" width="{room_width(room)}" height="{BOX}" rx="4" '
        f'fill="{fill}" stroke="#31505f"{dashes}/>',
        f'<text x="{middle:g}" y="{top + 23}" text-anchor="middle" fill="{ink}" '
        f'font-family="monospace" font-size="12.5">{room}</text>',
    ]


def draw(root: Path) -> str:
    """The picture: the highest level on top, so that all arrows would point down."""
    height = ROW * len(LEVELS) + 64
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-label="The rooms of model/ by level: '
        f'each includes only rooms below its own level.">',
        f'<rect width="{WIDTH}" height="{height}" fill="#f4f6f5"/>',
    ]
    for place, level in enumerate(reversed(range(len(LEVELS)))):
        top = 16 + place * ROW + (24 if level < ENGINE_LEVELS else 0)
        if level == ENGINE_LEVELS - 1:
            line = top - 16
            lines += [
                f'<path d="M16 {line}H{WIDTH - 16}" stroke="#a8442a" stroke-width="1.5" '
                f'stroke-dasharray="8 5"/>',
                f'<text x="{WIDTH - 16}" y="{line - 5}" text-anchor="end" fill="#a8442a" '
                f'font-family="sans-serif" font-size="12">above: knows ns-3 - below: engines, '
                f'no I/O</text>',
            ]
        lines.append(
            f'<text x="16" y="{top + 23}" fill="#31505f" font-family="sans-serif" '
            f'font-size="15" font-weight="bold">{level}</text>'
        )
        left = LEFT
        for room in LEVELS[level]:
            lines += draw_room(room, left, top, (root / "model" / room).is_dir())
            left += room_width(room) + GAP
        lines.append(
            f'<text x="{WIDTH - 16}" y="{top + 23}" text-anchor="end" fill="#44555e" '
            f'font-family="sans-serif" font-size="13">{WORDS[level]}</text>'
        )
    return "\n".join([*lines, "</svg>", ""])


if __name__ == "__main__":
    print(draw(Path(__file__).parents[2]), end="")
