class Cactus:
    def water(self):
        return 1


class Fern:
    def water(self):
        return 2
