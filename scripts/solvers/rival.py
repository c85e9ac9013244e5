#!/usr/bin/env python3
"""Solves one instance with another solver, in this process alone, and prints its plan as one line of JSON.

  rival.py highs|cp_sat|metis INPUT.json SECONDS

INPUT.json is what `guanjia bench plan --rivals` writes: with "estates" an allocation, with "buildings" grids. Exit code
3: the solver's package is not installed; 4: there is no model of such an instance for it. Models and what they leave
out stand in the functions. Times are those of building the model and solving it, without loading the packages.
"""

import json
import math
import sys
import time

# A building may go to its nearest so many sites at least, and to more where sites are few.
NEAREST = 40


class Model:
    """A linear model: columns with cost, bounds and kind; rows with bounds."""

    def __init__(self):
        self.cost, self.upper, self.whole = [], [], []
        self.rows = []

    def column(self, cost=0.0, upper=1, whole=True):
        self.cost.append(cost)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, least, most, terms):
        self.rows.append((least, most, terms))


def allocation(doc):
    """The largest load, with strict tiers, one or two estates for each officer, and none of the later objectives."""
    model = Model()
    estates, tiers = doc["estates"], doc["tiers"]
    gives = [[model.column() for _ in tiers] for _ in estates]
    largest = model.column(1.0, sum(it["workload"] for it in estates))
    for one in gives:
        model.row(1, 1, [(it, 1) for it in one])
    for officer in range(len(tiers)):
        held = [(one[officer], 1) for one in gives]
        model.row(1, 2, held)
        work = [(one[officer], estate["workload"]) for one, estate in zip(gives, estates)]
        model.row(None, 0, work + [(largest, -1)])
    order = sorted(range(len(estates)), key=lambda it: -estates[it]["difficulty"])
    groups = []
    for at in order:
        if groups and estates[groups[-1][0]]["difficulty"] == estates[at]["difficulty"]:
            groups[-1].append(at)
        else:
            groups.append([at])
    for harder, easier in zip(groups, groups[1:]):
        for a in harder:
            for b in easier:
                terms = [(gives[a][it], tier) for it, tier in enumerate(tiers)]
                model.row(None, 0, terms + [(gives[b][it], -tier) for it, tier in enumerate(tiers)])

    def groups_of(value):
        return [[at for at, one in enumerate(gives) if value(one[officer]) > 0.5] for officer in range(len(tiers))]

    return model, groups_of


def ways(doc):
    if doc["matrix"]:
        return doc["matrix"]
    places = [(it["x"], it["y"]) for it in doc["buildings"]]
    return [[math.dist(a, b) for b in places] for a in places]


def median(doc):
    """The capacitated p-median over the nearest sites of each building; a site in use serves itself."""
    model, way = Model(), ways(doc)
    count, grids = len(way), doc["grids"]
    near = min(count, max(NEAREST, math.ceil(5 * count / grids)))
    sites = [model.column() for _ in range(count)]
    gives = [{at: sites[at]} for at in range(count)]
    for at in range(count):
        for site in sorted(range(count), key=lambda it: way[at][it])[:near]:
            if site != at:
                gives[at][site] = model.column(way[at][site])
    load = [[] for _ in range(count)]
    for at, one in enumerate(gives):
        model.row(1, 1, [(it, 1) for it in one.values()])
        for site, it in one.items():
            load[site].append((it, doc["buildings"][at]["households"]))
            if site != at:
                model.row(None, 0, [(it, 1), (sites[site], -1)])
    for site, terms in enumerate(load):
        own = doc["buildings"][site]["households"]
        model.row(None, 0, [t for t in terms if t[0] != sites[site]] + [(sites[site], own - doc["max"])])
    model.row(grids, grids, [(it, 1) for it in sites])

    def groups_of(value):
        found = {at: [] for at in range(count) if value(sites[at]) > 0.5}
        for at, one in enumerate(gives):
            found[max(one, key=lambda site: value(one[site]))].append(at)
        return list(found.values())

    return model, groups_of


def areas(doc):
    """Service areas: each unit to one centre, capacities, and a flow from the centres that stays inside an area."""
    model, way = Model(), ways(doc)
    buildings, centres = doc["buildings"], doc["centres"]
    count, most = len(buildings), len(buildings)
    gives = [[model.column(it["households"] * way[at][site]) for site, _ in centres] for at, it in enumerate(buildings)]
    for one in gives:
        model.row(1, 1, [(it, 1) for it in one])
    for number, (site, limit) in enumerate(centres):
        model.row(1, 1, [(gives[site][number], 1)])
        model.row(None, limit, [(one[number], it["households"]) for one, it in zip(gives, buildings)])
    balance = [[] for _ in range(count)]
    for a, b in {pair for x, y in doc["links"] for pair in ((x, y), (y, x)) if x != y}:
        flow = model.column(0.0, most, whole=False)
        balance[a].append((flow, -1))
        balance[b].append((flow, 1))
        for number in range(len(centres)):
            model.row(None, most, [(gives[a][number], most), (gives[b][number], -most), (flow, 1)])
    given = {site for site, _ in centres}
    for at in range(count):
        if at not in given:
            model.row(1, 1, balance[at])

    def groups_of(value):
        found = [[] for _ in centres]
        for at, one in enumerate(gives):
            found[max(range(len(centres)), key=lambda it: value(one[it]))].append(at)
        return found

    return model, groups_of


def model_of(doc):
    if "estates" in doc:
        return allocation(doc)
    if doc["soft"]:
        # Estates first, band first: what comes before what is no single linear objective.
        sys.exit(4)
    return areas(doc) if doc["centres"] else median(doc)


def highs(doc, seconds):
    import highspy
    import numpy

    began = time.monotonic()
    model, groups_of = model_of(doc)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.cost), len(model.rows)
    lp.col_cost_ = numpy.array(model.cost, dtype=numpy.double)
    lp.col_lower_ = numpy.zeros(lp.num_col_)
    lp.col_upper_ = numpy.array(model.upper, dtype=numpy.double)
    kinds = {True: highspy.HighsVarType.kInteger, False: highspy.HighsVarType.kContinuous}
    lp.integrality_ = [kinds[it] for it in model.whole]
    endless = highspy.kHighsInf
    lp.row_lower_ = numpy.array([-endless if r[0] is None else r[0] for r in model.rows], dtype=numpy.double)
    lp.row_upper_ = numpy.array([endless if r[1] is None else r[1] for r in model.rows], dtype=numpy.double)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = numpy.cumsum([0] + [len(r[2]) for r in model.rows])
    lp.a_matrix_.index_ = numpy.array([t[0] for r in model.rows for t in r[2]], dtype=numpy.int32)
    lp.a_matrix_.value_ = numpy.array([t[1] for r in model.rows for t in r[2]], dtype=numpy.double)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("time_limit", max(0.1, seconds - (time.monotonic() - began)))
    solver.passModel(lp)
    solver.run()
    took = time.monotonic() - began
    if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return {"seconds": took}
    values = solver.getSolution().col_value
    proved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return {"seconds": took, "proved": proved, "groups": groups_of(lambda it: values[it])}


def cp_sat(doc, seconds):
    from ortools.sat.python import cp_model

    began = time.monotonic()
    model, groups_of = model_of(doc)
    # It knows whole numbers only.
    largest = max(model.cost)
    scale = 1 if all(it == int(it) for it in model.cost) else 1e6 / largest
    asked = cp_model.CpModel()
    columns = [asked.new_int_var(0, int(upper), "") for upper in model.upper]
    for least, most, terms in model.rows:
        sum_of = cp_model.LinearExpr.weighted_sum([columns[it] for it, _ in terms], [int(by) for _, by in terms])
        asked.add_linear_constraint(
            sum_of,
            cp_model.INT32_MIN if least is None else int(least),
            cp_model.INT32_MAX if most is None else int(most),
        )
    priced = [(column, round(scale * cost)) for column, cost in zip(columns, model.cost) if cost]
    asked.minimize(cp_model.LinearExpr.weighted_sum([it for it, _ in priced], [by for _, by in priced]))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.1, seconds - (time.monotonic() - began))
    status = solver.solve(asked)
    took = time.monotonic() - began
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return {"seconds": took}
    # With rounded costs it proves the rounded objective alone.
    proved = status == cp_model.OPTIMAL and scale == 1
    return {"seconds": took, "proved": proved, "groups": groups_of(lambda it: solver.value(columns[it]))}


def metis(doc, _seconds):
    """As many parts as grids of the band's middle, each in one piece; links inside an estate weigh ten times as much."""
    import pymetis

    if "estates" in doc or not doc["soft"]:
        sys.exit(4)
    began = time.monotonic()
    buildings = doc["buildings"]
    near = [set() for _ in buildings]
    for a, b in doc["links"]:
        near[a].add(b)
        near[b].add(a)
    households = [it["households"] for it in buildings]
    starts, ends, weights = [0], [], []
    for at, others in enumerate(near):
        for other in sorted(others):
            ends.append(other)
            weights.append(10 if buildings[at]["estate"] == buildings[other]["estate"] else 1)
        starts.append(len(ends))
    parts = max(1, round(sum(households) / ((doc["min"] + doc["max"]) / 2)))
    options = pymetis.Options(contig=1, ufactor=1)
    _, part = pymetis.part_graph(
        parts, pymetis.CSRAdjacency(starts, ends), vweights=households, eweights=weights, options=options
    )
    groups = [[] for _ in range(parts)]
    for at, it in enumerate(part):
        groups[it].append(at)
    return {"seconds": time.monotonic() - began, "proved": False, "groups": [it for it in groups if it]}


def main():
    solvers = {"highs": highs, "cp_sat": cp_sat, "metis": metis}
    if len(sys.argv) != 4 or sys.argv[1] not in solvers:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as file:
        doc = json.load(file)
    try:
        print(json.dumps(solvers[sys.argv[1]](doc, float(sys.argv[3]))))
    except ImportError:
        sys.exit(3)


if __name__ == "__main__":
    main()
