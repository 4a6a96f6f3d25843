"""How fast the service is asked."""
import time


class Pace:
    """Lets at most so many requests a second through, retries included; the control plane of AWS takes five (its default quota)."""

    def __init__(self, per_second, clock=time.monotonic, sleep=time.sleep):
        self._gap = 1 / per_second
        self._clock, self._sleep = clock, sleep
        self._next = clock()

    def wait(self, **_):
        """Registered as botocore's before-send: called for every attempt, and answers None so that it is sent."""
        now = self._clock()
        if now < self._next:
            self._sleep(self._next - now)
        self._next = max(now, self._next) + self._gap
