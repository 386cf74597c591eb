"""Long work for the store's thread in parts, each a job of its own: what else was asked for has its turn between them."""

from collections.abc import Callable, Generator
from typing import TypeVar

from netcurtain.history.worker import Worker

Answer = TypeVar("Answer")


def in_turns(
    worker: Worker,
    parts: Generator[None, None, Answer],
    done: Callable[[Answer], None],
    not_done: Answer,
    failed: Callable[[Exception], None],
) -> None:
    """Go on with ``parts`` until they return their answer, and tell it; ``not_done`` where that goes wrong, or the thread takes nothing
    in. What has begun when the thread ends is finished first.
    """

    def go_on() -> None:
        answer: Answer | None = not_done
        try:
            next(parts)
            answer = None
        except StopIteration as over:
            answer = over.value
        except Exception as error:
            failed(error)
        finally:
            if answer is not None:
                done(answer)
            elif not worker.ask(go_on, always=True):
                go_on()

    if not worker.ask(go_on, always=True):
        done(not_done)
