"""New files are taken when they are complete, and only then."""

import os

from flows.watch import look_at, settled_changes


def seen(*looks):
    """The looks that a watcher acts on; each letter is a file."""
    coming = iter(frozenset((name, 1, 1) for name in look) for look in looks)
    found = []
    try:
        for change in settled_changes(lambda: next(coming), lambda: None):
            found.append("".join(sorted(name for name, _, _ in change)))
    except RuntimeError:  # the looks have come to their end within the generator
        pass
    return found


def test_watch_acts_on_what_is_there_at_the_start():
    assert seen("a", "a", "a") == ["a"]


def test_watch_waits_until_nothing_changes():
    assert seen("a", "a", "ab", "abc", "abcd", "abcd", "abcd") == ["a", "abcd"]


def test_watch_acts_on_files_that_go():
    assert seen("ab", "ab", "a", "a") == ["ab", "a"]


def test_watch_forgets_what_came_and_went():
    assert seen("a", "a", "ab", "a", "a") == ["a"]


def test_look_at_sees_a_file_grow_and_change(tmp_path):
    (tmp_path / "faro").mkdir()
    file = tmp_path / "faro" / "uno.txt"
    file.write_text("Lima")
    before = look_at(tmp_path)
    assert {path for path, _, _ in before} == {"faro/uno.txt"}
    file.write_text("Lima.")
    assert look_at(tmp_path) != before
    grown = look_at(tmp_path)
    os.utime(file, ns=(1, 1))
    assert look_at(tmp_path) != grown


def test_look_at_of_no_folder_is_empty(tmp_path):
    assert look_at(tmp_path / "nada") == frozenset()
