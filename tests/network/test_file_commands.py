"""The three commands, as somebody types them."""

import pytest
from django.core.management import CommandError, call_command

from raccordo.network.models import Network
from tests.network.files import ROOT, changed

HUG2 = str(ROOT / "networks" / "hug2.yaml")
SERENA = str(ROOT / "tests" / "networks" / "valle-serena.yaml")


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "rete.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_check_needs_no_database_and_prints_every_contradiction(run_command):
    """Without the `db` fixture a query would fail the test."""
    printed = run_command("network_check", HUG2)
    assert "annuncia 3 spoke" in printed
    assert "deciso: Gli spoke sono quattro" in printed
    assert "somma delle righe: 67.524,16 €." in printed
    assert printed.rstrip().endswith("HUG 2: 52 osservazioni, 0 errori.")


def test_check_stops_at_a_wrong_sum_and_names_the_line(written, capsys):
    with pytest.raises(CommandError, match="con 1 errore") as stopped:
        call_command("network_check", written(changed('grant: "35000.50"', 'grant: "35000.60"')))
    assert stopped.value.returncode == 1
    assert "ERRORE  art. 6: Il totale del finanziamento è scritto 35.000,60 €" in capsys.readouterr().out


def test_check_says_where_a_file_cannot_be_read(written):
    with pytest.raises(CommandError, match=r"riga \d+, colonna \d+: «kind»: i valori ammessi sono"):
        call_command("network_check", written(changed("kind: hub", "kind: capanno")))


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["network_check", "network_plan", "network_apply"])
def test_a_file_that_is_not_there_is_said(command):
    with pytest.raises(CommandError, match=r"manca\.yaml"):
        call_command(command, "manca.yaml")


@pytest.mark.django_db
def test_plan_writes_nothing_then_apply_writes_once(run_command):
    assert "+ crea punto di accesso SP2B: Scuola di Montelieto" in run_command("network_plan", SERENA)
    assert not Network.objects.exists()
    assert "applicata la versione 1" in run_command("network_apply", SERENA)
    assert "nessuna modifica" in run_command("network_apply", SERENA)
    assert run_command("network_plan", SERENA).strip() == "Nessuna modifica."


@pytest.mark.django_db
def test_plan_and_apply_refuse_a_wrong_sum(written, capsys):
    path = written(changed('grant: "35000.50"', 'grant: "35000.60"'))
    with pytest.raises(CommandError, match="non si può applicare"):
        call_command("network_plan", path)
    assert "! errore, riga" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Il totale del finanziamento"):
        call_command("network_apply", path)


@pytest.mark.django_db
def test_plan_says_that_a_changed_comment_makes_a_version(run_command, written):
    run_command("network_apply", SERENA)
    printed = run_command("network_plan", written(changed("format: 1\n", "format: 1  # riletto\n")))
    assert "Nessuna modifica." in printed
    assert "dopo la versione 1 ne nasce un’altra" in printed
