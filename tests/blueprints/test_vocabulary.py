from zaakspoor.process.automatic.steps import STEPS as CARRIED_OUT
from zaakspoor.process.blueprints.vocabulary import STEPS


def test_every_step_that_a_blueprint_may_name_is_carried_out_and_no_other() -> None:
    assert set(STEPS) == set(CARRIED_OUT)
