"""The two faults that a person can do something about; anything else that is raised is our bug."""


class UserError(Exception):
    """What was asked cannot be done as it stands; the message says in Japanese what to do."""


class EnvironmentFault(Exception):
    """The machine stands in the way (disk, lock, permission); the message says what to do."""
