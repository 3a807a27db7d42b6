from plants import Cactus


def grow(plant):
    return plant.water()


def prickle(plant: Cactus):
    return plant.water()
