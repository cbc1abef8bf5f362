"""A tree read, its programs found, and what the rest of it has to do with them: where every look at it begins."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from codemods.borrowed import borrowed_names
from codemods.components import Component, Surroundings, components_of, linked_component
from codemods.imported import taken_outside, targets_of
from codemods.ported import Ported, place_ported
from codemods.prepared import Prepared, prepare
from codemods.program_map import closures
from codemods.rule import Options
from codemods.selection import names_tensorflow
from codemods.source.module import Module
from codemods.tutorial_data import Supplied, supply_tutorial_data


@dataclass(frozen=True)
class Survey:
    """`prepared`: for the current Python; `supplied`: with the data of the tutorials; `ported`: where functions of
    tf.contrib may be added."""

    prepared: Prepared
    components: tuple[Component, ...]
    ported: Ported
    around: Surroundings
    supplied: Supplied

    @property
    def modules(self) -> Mapping[str, Module]:
        """The modules that matter, as the programs are read."""
        return self.supplied.modules


def survey(sources: Mapping[str, bytes], options: Options, others: Collection[str] = ()) -> Survey:
    """Read a tree; arguments as for `migrate_sources`."""
    prepared = prepare(sources, options)
    modules = prepared.modules
    found = closures(modules)
    lenders = {path: each for path, each in modules.items() if names_tensorflow(each.data)}
    ported = place_ported(modules, found, prepared.sources, others)
    around = Surroundings(
        borrowed_names(prepared.sources, lenders),
        ported.names,
        targets_of(found, modules, prepared.sources),
        taken_outside(found, modules),
    )
    supplied = supply_tutorial_data(modules, found, prepared.sources, others, options)
    return Survey(prepared, tuple(components_of(found)), ported, around, supplied)


def read_as(found: Survey, entry: str, options: Options) -> Module:
    """The program of an entry as it is read: its modules as one text where they are made native together."""
    component = next(each for each in found.components if any(closure.entry == entry for closure in each))
    linked = linked_component(component, found.modules, options, found.around).get(entry)
    return found.modules[entry] if linked is None else linked.module
