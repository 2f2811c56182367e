using System.Collections.Immutable;
using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Quantities;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Facts;

/// <summary>What facts tell about code that only the world calls, whose arguments nobody knows.</summary>
public sealed class FactFiguresTests
{
    [Theory]
    [InlineData("held = []", "held.append(item)", 9)]
    [InlineData("held = set()", "held.add(item)", 33)]
    [InlineData("held = {}", "held[item] = item", 37)]
    [InlineData("from collections import deque\nheld = deque()", "held.append(item)", 9)]
    public void One_more_item_costs_its_place_in_the_table(string made, string grown, long bytes)
    {
        var fact = Gather($"{made}\n\n\ndef keep(item):\n    {grown}\n").ShouldHaveSingleItem();

        fact.BytesPerCall.ShouldBe(bytes);
        fact.BytesPerTime.ShouldBe(bytes);
    }

    [Fact]
    public void Bytes_of_a_call_are_those_of_one_method_even_if_all_of_them_come_through_it()
    {
        var fact = Gather("""
            class Names:
                def __init__(self):
                    self.seen = []

                def keep(self, item):
                    self.seen.append((item, item))

                def one(self, item):
                    self.keep(item)

                def two(self, item):
                    self.keep(item)

                def three(self, item):
                    self.keep(item)
            """).ShouldHaveSingleItem();

        fact.BytesPerCall.ShouldNotBeNull().ShouldBeInRange(56 + 8, 56 + 9);
    }

    [Fact]
    public void What_a_partial_binds_is_held_by_the_partial()
    {
        var fact = Gather("""
            from functools import partial

            def collect(rows, x):
                rows.append([x] * 1000)

            keep = partial(collect, [])
            for i in range(1000):
                keep(i)
            """).ShouldHaveSingleItem();

        fact.Holder.ShouldBeNull();
        fact.Holding.ShouldBe(Holding.Bound);
    }

    [Fact]
    public void What_a_method_returns_is_its_callers()
    {
        var fact = Gather("""
            class Finder:
                def find(self, text):
                    if not text:
                        return [line + "x" for line in self.lines()]
                    kept = []
                    for part in text:
                        kept.append(part)
                    return None
            """).First();

        fact.Owner.Lifetime.ShouldBe(Lifetime.Caller);
    }

    [Fact]
    public void What_each_call_returns_is_not_summed_over_the_calls()
    {
        var fact = Gather("""
            seen = []


            def table(thing):
                seen.append(1)
                return {key: 1 for key in thing}
            """).Single(fact => fact.Operation == "item assignment");

        fact.Retained.Low.ShouldBe(64);
    }

    [Fact]
    public void What_a_loops_variable_is_lengthened_by_is_gone_with_the_trip()
    {
        Gather("""
            def run(parse):
                kept = []
                for statement in ["a b", "c", "dd e", "f"]:
                    statement += "\n"
                    parse(statement)
            """).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_is_emptied_again_holds_nothing()
    {
        Gather("""
            class Parser:
                def __init__(self):
                    self.buffer = ""

                def feed(self, character):
                    if character is None:
                        self.emit()
                    else:
                        self.buffer += "a"

                def emit(self):
                    self.buffer = ""
            """).ShouldAllBe(fact => fact.Retained.High < 200);
    }

    [Theory]
    [InlineData("self.waiting.append(item)")]
    [InlineData("self.waiting.extend(item)")]
    public void How_often_the_world_calls_before_a_list_is_replaced_is_not_known(string grown)
    {
        var fact = Gather($"""
            class Batch:
                def __init__(self):
                    self.waiting = []

                def put(self, item):
                    {grown}

                def send(self):
                    self.waiting = []
            """).First(fact => fact.Owner.Path == "self.waiting");

        fact.Times.High.ShouldBeGreaterThanOrEqualTo(Quantity.FiniteUnknown);
        fact.Releases.High.ShouldBePositive();
    }

    [Fact]
    public void A_table_whose_length_nobody_knows_holds_no_more_than_is_certain()
    {
        var fact = Gather("""
            from collections import OrderedDict


            class Headers:
                def __init__(self, items):
                    self.store = OrderedDict(items)

                def put(self, key, value):
                    self.store[key] = (key, value)

                def drop(self, key):
                    del self.store[key]
            """).ShouldHaveSingleItem();

        fact.Retained.Low.ShouldBeLessThan(1_000);
        fact.LikelyRetained.High.ShouldBeLessThan(1_000);
    }

    [Theory]
    [InlineData("held[\"b\"] = 1", "held[\"a\"] = item")]
    [InlineData("held[b\"b\"] = 1", "held[b\"a\"] = item")]
    public void A_constant_key_comes_once_even_when_it_comes_under_a_condition(string always, string sometimes)
    {
        var fact = Gather($"held = {{}}\n\n\ndef keep(item):\n    {always}\n    if item:\n        {sometimes}\n").First();

        fact.Times.IsUnbounded.ShouldBeFalse();
        fact.Retained.High.ShouldBeLessThan(1_000);
    }

    [Fact]
    public void Where_the_budget_ends_no_end_is_made_up()
    {
        var slow = string.Join('\n', Enumerable.Range(0, 3_000).Select(static line => $"        other{line} = line.work({line})"));
        var program = $"""
            class Service:
                def __init__(self):
                    self.jobs = []

                def add(self, line):
                    self.jobs.append((line, line))
            {slow}
            """;

        var fact = Gather(program).ShouldHaveSingleItem();

        fact.IsCoarse.ShouldBeTrue();
        fact.Times.High.ShouldBe(Quantity.FiniteUnknown);
        fact.Retained.High.ShouldBe(Quantity.FiniteUnknown);
    }

    [Theory]
    [InlineData("[0] * 10**18")]
    [InlineData("\"a\" * (1 << 58)")]
    [InlineData("bytes(10**17)")]
    public void What_no_machine_can_hold_is_told_too(string expression)
    {
        var tree = SyntaxTree.Parse(SourceText.From($"x = {expression}\n"));

        MemoryFacts.Gather(tree, CancellationToken.None).Allocations.ShouldHaveSingleItem().Bytes.ShouldBe(1L << 50);
    }

    private static ImmutableArray<GrowthFact> Gather(string program) =>
        MemoryFacts.Gather(SyntaxTree.Parse(SourceText.From(program)), CancellationToken.None).Growths;
}
