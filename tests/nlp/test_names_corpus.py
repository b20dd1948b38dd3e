"""Reading annotated names."""

import io
import tarfile

from flows.nlp.names.corpus import read_annotations, read_cess

TREE = """
(
  (S
    (sn
      (grup.nom.ms
        (np0000p Ana_Duarte Ana_Duarte)))
    (grup.verb
      (vmis3s0 viajó viajar))
    (sp
      (prep
        (sps00 a a))
      (sn
        (grup.nom
          (np0000o Perú Perú))))
    (Fp . .)))
"""


def test_read_annotations_longest_and_context_win(tmp_path):
    (tmp_path / "1.txt").write_text("Lima Vera vive en Lima. La Casa Vera es suya.", encoding="utf-8")
    (tmp_path / "1.tsv").write_text("Lima\tLOC\nLima Vera\tPER\nVera\tPER\nVera\tO\tCasa Vera\n", encoding="utf-8")
    (found,) = read_annotations(tmp_path)
    assert [(found.text[a:b], label) for a, b, label in found.names] == [("Lima Vera", "PER"), ("Lima", "LOC")]


def test_read_cess_countries_are_places(tmp_path):
    path = tmp_path / "cess.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        data = TREE.encode("latin-1")
        member = tarfile.TarInfo("cess_esp/a.tbf")
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    (found,) = read_cess(path)
    assert found.text == "Ana Duarte viajó a Perú.\n"
    assert [(found.text[a:b], label) for a, b, label in found.names] == [("Ana Duarte", "PER"), ("Perú", "LOC")]
