"""Anki without its windows: does what a learner does, told by lines of JSON.

Run by a Python that has some version of the `anki` library, and nothing of this project. Reads one
`[command, arguments]` a line, prints one `{"value": …}` or `{"error": …}`.
"""

import json
import os
import sys
import traceback

import anki.collection
import anki.lang
from anki.buildinfo import version
from anki.collection import Collection

COUNTS = ("new", "updated", "same", "conflicting")


class Desktop:
    col = None

    def version(self):
        return version

    def open(self, path):
        """Open a collection, which is made where there is none."""
        self.close()
        self.path = path
        self.col = Collection(path)
        if hasattr(self.col, "set_v3_scheduler") and not self.col.v3_scheduler():
            self.col.set_v3_scheduler(True)

    def close(self):
        if self.col is not None:
            self.col.close()
            self.col = None

    def load(self, path, scheduling=False):
        """Import a package; how many notes were new, updated, unchanged, in conflict."""
        if hasattr(anki.collection, "ImportAnkiPackageRequest"):
            log = self.col.import_anki_package(self._request(path, scheduling)).log
            counts = log.new, log.updated, log.duplicate, log.conflicting
            return dict(zip(COUNTS, map(len, counts), strict=True))
        return self._load_as_before(path)

    def _request(self, path, scheduling):
        try:
            from anki.collection import ImportAnkiPackageOptions
        except ImportError:
            return anki.collection.ImportAnkiPackageRequest(package_path=path)
        options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=scheduling)
        return anki.collection.ImportAnkiPackageRequest(package_path=path, options=options)

    def _load_as_before(self, path):
        from anki.importing.apkg import AnkiPackageImporter

        before = {note["guid"]: note["changed"] for note in self.notes()}
        importer = AnkiPackageImporter(self.col, path)
        importer.run()
        after = {note["guid"]: note["changed"] for note in self.notes()}
        new = [guid for guid in after if guid not in before]
        updated = [guid for guid in before if after.get(guid) != before[guid]]
        same = len(before) - len(updated)
        return {"new": len(new), "updated": len(updated), "same": same, "conflicting": 0}

    def notes(self):
        """All notes with their fields by name, and their cards."""
        found = []
        for number in self.col.find_notes(""):
            note = self.col.get_note(number)
            found.append(
                {
                    "guid": note.guid,
                    "type": note.note_type()["name"],
                    "fields": dict(note.items()),
                    "tags": list(note.tags),
                    "changed": self.col.db.scalar("select mod from notes where id = ?", number),
                    "cards": [self._card(card) for card in note.cards()],
                }
            )
        return found

    def _card(self, card):
        reviews = self.col.db.scalar("select count() from revlog where cid = ?", card.id)
        return {
            "id": card.id,
            "ord": card.ord,
            "deck": self.col.decks.name(card.did),
            "queue": card.queue,
            "due": card.due,
            "interval": card.ivl,
            "reviews": reviews,
        }

    def sides(self):
        """Question and answer of each card, as Anki hands them to the screen, by guid."""
        found = []
        for number in self.col.find_cards(""):
            card = self.col.get_card(number)
            sides = card.question(), card.answer()
            found.append([card.note().guid, card.ord, *sides])
        return found

    def style(self, name):
        """The CSS of a note type; the library's memory of it outlasts an import."""
        if hasattr(self.col.models, "_clear_cache"):
            self.col.models._clear_cache()
        return self.col.models.by_name(name)["css"]

    def restyle(self, name, css):
        model = self.col.models.by_name(name)
        model["css"] = css
        self.col.models.update_dict(model)

    def search(self, words):
        """The guids of the notes that Anki's browser finds."""
        return [self.col.get_note(number).guid for number in self.col.find_notes(words)]

    def review(self, guid, times=1):
        """Answer a note's cards "good" through the scheduler."""
        for _ in range(times):
            for card in self._note(guid).cards():
                card.start_timer()
                self.col.sched.answerCard(card, 3)

    def fail(self, guid, times):
        """Answer a learned card "again", until it is a leech."""
        (card,) = self._note(guid).cards()
        for _ in range(times):
            card.load()
            card.type = card.queue = 2
            card.ivl, card.due, card.factor = 10, self.col.sched.today, 2500
            self._save_card(card)
            card.load()
            card.start_timer()
            self.col.sched.answerCard(card, 1)

    def edit(self, guid, field, html, later=10):
        """Change a field; `later` seconds pass after the last change of the note."""
        note = self._note(guid)
        note[field] = html
        self._save(note, later)

    def tag(self, guid, tags, later=10):
        note = self._note(guid)
        note.tags += tags
        self._save(note, later)

    def untag(self, guid, tags, later=10):
        note = self._note(guid)
        note.tags = [tag for tag in note.tags if tag not in tags]
        self._save(note, later)

    def suspend(self, guid):
        self.col.sched.suspend_cards([card.id for card in self._note(guid).cards()])

    def delete(self, guid):
        self.col.remove_notes([self._note(guid).id])

    def rename_deck(self, name, new):
        self.col.decks.rename(self.col.decks.by_name(name), new)

    def export(self, path, scheduling=True, legacy=False):
        """Everything as a package, or with the ending .colpkg as a collection."""
        if path.endswith(".colpkg"):
            self._export_collection(path, legacy)
        elif hasattr(anki.collection, "ExportAnkiPackageOptions"):
            options = anki.collection.ExportAnkiPackageOptions(
                with_scheduling=scheduling, with_media=True, legacy=legacy
            )
            self.col.export_anki_package(out_path=path, options=options, limit=None)
        elif hasattr(self.col, "export_anki_package"):
            self.col.export_anki_package(
                out_path=path,
                limit=None,
                with_scheduling=scheduling,
                with_media=True,
                legacy_support=legacy,
            )
        else:
            from anki.exporting import AnkiPackageExporter

            exporter = AnkiPackageExporter(self.col)
            exporter.includeSched = scheduling
            exporter.exportInto(path)

    def _export_collection(self, path, legacy):
        if hasattr(self.col, "export_collection_package"):
            self.col.export_collection_package(path, include_media=True, legacy=legacy)
        else:
            self.col.export_collection(path, True, legacy)
        self.col = None
        self.open(self.path)

    def _note(self, guid):
        number = self.col.db.scalar("select id from notes where guid = ?", guid)
        assert number, guid
        return self.col.get_note(number)

    def _save(self, note, later):
        """Keep a note. The tests act within a second, a learner some time after the build."""
        before = self.col.db.scalar("select mod from notes where id = ?", note.id)
        if hasattr(self.col, "update_note"):
            self.col.update_note(note)
        else:
            note.flush()
        self.col.db.execute("update notes set mod = ? where id = ?", before + later, note.id)

    def _save_card(self, card):
        if hasattr(self.col, "update_card"):
            self.col.update_card(card)
        else:
            card.flush()


def main():
    anki.lang.set_lang("en")
    desktop = Desktop()
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what the library itself prints is no answer
    for line in sys.stdin:
        name, arguments = json.loads(line)
        try:
            answer = {"value": getattr(desktop, name)(**arguments)}
        except Exception:
            answer = {"error": traceback.format_exc()}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
    desktop.close()


main()
