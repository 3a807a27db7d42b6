type Names = list[str]


def one(
    a: int,
    b: Optional[Item],
    c: Item | None,
    d: typing.Union[None, mod.Item, str],
    e: "Quoted",
    f: dict[str, list[Item]] = None,
    *args: int,
    g: Callable[[int], Item],
    h: Literal["x"],
    i: mod.sub.Item,
    **kw: str,
) -> None:
    x: Item
    y: ClassVar[Item] = z
    return None


def two[T: Base, *Ts](a: T) -> Self:
    return a


class Box[T](Base[T], mod.Other[int]):
    value: T

    def get(self) -> T:
        return self.value

    def same(self: Self) -> Self:
        return self
