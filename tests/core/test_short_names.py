import uuid

from netcurtain.core.short_names import page_name, request_name


def test_the_same_name_is_always_the_same_and_two_names_are_not() -> None:
    names = [str(uuid.UUID(int=number)) for number in range(2000)]
    assert len({page_name(name) for name in names}) == len({request_name(name) for name in names}) == 2000
    # written down once, for they stand in files that are kept
    assert page_name("browser:page").hex() == "00f89b7b416b9d3f39ecccaca2f55576"
    assert request_name("request") == 44581303911829


def test_they_are_short() -> None:
    name = "b" * 64 + ":" + "p" * 64
    assert len(page_name(name)) == 16
    assert all(-(2**47) <= request_name(f"{name}{number}") < 2**47 for number in range(200))
