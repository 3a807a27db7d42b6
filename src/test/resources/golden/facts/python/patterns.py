def run(command):
    match command.split():
        case [first, *rest] if first.ok():
            use(first, rest)
        case Point(x=0, y=py) as point:
            point.draw(py)
        case mod.Line(start, Colour.RED):
            start.go()
        case {"key": value, **others}:
            value(others)
        case "a" | 1 | -2.5 | None:
            pass
        case (one, two) | [one, two]:
            one(two)
        case _:
            other()
