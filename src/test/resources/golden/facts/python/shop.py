"""A shop."""
LIMIT: int = 3
_cache = {}


class Item:
    count = 0
    tax: float = rate(LIMIT)

    def __init__(self, name: str, price=1.0):
        self.name = name
        self.price: float = price
        self._owner = None

    def sell(self, to, *others, **rest) -> "Receipt":
        self._owner = Customer(to)
        self.count += 1
        self.name = to.name
        return self._owner.bill(self.price, note="x", *others)

    @property
    def label(self):
        return self.name

    @label.setter
    def label(self, value):
        self.name = value

    @classmethod
    def make(cls, name):
        return cls(name)

    @staticmethod
    def free():
        return make_free()


@dataclass(frozen=True)
class Book(Item, store.Printed, Generic[T], metaclass=Meta):
    title: str

    def __init__(self, title):
        super().__init__(title, 2.0)

    async def read(self, reader):
        page = await reader.open(self)
        return page[0].text


def main():
    book = Book("t")
    book.sell(main).pay()
    for line in book.lines():
        line.show()


if __name__ == "__main__":
    main()
