total = 0
total = total + 1


def count():
    global total, made
    total = 1
    made = 2
    seen = 0

    def inner(step=total):
        nonlocal seen
        seen = seen + step
        return seen

    return inner


def walk(paths):
    names = [n.name for p in paths for n in p.nodes() if n]
    pairs = {k: v for k, v in names}
    first, *rest = names
    (a, [b, c]) = first
    if (size := len(rest)) > 1:
        print(size, any((last := x) for x in rest))
    with open("a") as f, lock:
        f.read()
    try:
        a.go()
    except (ValueError, KeyError):
        pass
    except os.Error as e:
        e.show()
    else:
        b.go()
    finally:
        c.go()
    key = lambda self, x=1: x.key(self)
    names.items[0].x = key
    del a
    yield b


class Outer:
    def run(self):
        def later():
            self.done = True

        class Local:
            def go(self):
                self.gone = 1

        return [self.done for _ in Local()]

    for i in range(3):
        pass
    x = y = make()
    run = wrap(run)
