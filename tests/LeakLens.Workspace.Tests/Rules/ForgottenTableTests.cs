using LeakLens.Engine;
using LeakLens.Engine.Findings;
using LeakLens.Python.Text;
using LeakLens.Workspace.Rules;

namespace LeakLens.Workspace.Tests.Rules;

/// <summary>Two tables that one function fills, and what the code around says about the one that nothing is taken out of.</summary>
public sealed class ForgottenTableTests
{
    private const string Made = "class Hall:\n    def __init__(self):\n        self.doors = {}\n        self.names = {}\n";

    private const string Filled = "    def enter(self, door, name):\n        self.doors[door.key] = door\n        self.names[door.key] = name\n";

    private const string Released = "    def leave(self, door):\n        del self.doors[door.key]\n";

    [Theory]
    [InlineData(Made + Filled + Released)]
    [InlineData(Made + Filled + "    def leave(self, door):\n        self.doors.pop(door.key, None)\n")]
    [InlineData(Made + "    def enter(self, door, name):\n        key = door.fileno()\n        self.names[key] = name\n        self.doors[key] = door\n    def leave(self, door):\n        del self.doors[door.fileno()]\n")]
    [InlineData(Made + "    def enter(self, door, name):\n        self.doors[door.key] = door\n        self.names[door.key] = name\n        def done(_):\n            self.doors.pop(door.key, None)\n        door.when_closed(done)\n")]
    [InlineData("DOORS = set()\nNAMES = {}\ndef enter(door, name):\n    DOORS.add(door)\n    NAMES[door] = name\ndef leave(door):\n    DOORS.discard(door)\n")]
    public void The_other_table_is_told(string program)
    {
        var finding = Find(program).ShouldHaveSingleItem();

        finding.Level.ShouldBe(FindingLevel.Warning);
        finding.Message.ShouldContain("takes the key out of");
        finding.Related.ShouldContain(place => place.Message.StartsWith("here the key leaves", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a number is counted", Made + "    def enter(self, door):\n        self.doors[door.key] = door\n        self.names[door.key] = 0\n        self.names[door.key] += 1\n" + Released)]
    [InlineData("it is asked for the key", Made + "    def enter(self, door, name):\n        self.doors[door.key] = door\n        if door.key not in self.names:\n            self.names[door.key] = name\n" + Released)]
    public void What_is_less_sure_is_a_note(string why, string program) =>
        Find(program).ShouldAllBe(finding => finding.Level == FindingLevel.Note, why);

    [Theory]
    [InlineData("nothing leaves the first", Made + Filled)]
    [InlineData("the same function takes it out", Made + "    def enter(self, door, name):\n        self.doors[door.key] = door\n        self.names[door.key] = name\n        del self.doors[door.key]\n")]
    [InlineData("the key is bound again", Made + "    def enter(self, door, name):\n        key = door.key\n        self.doors[key] = door\n        key = name\n        self.names[key] = name\n" + Released)]
    [InlineData("the key comes back", Made + Filled + "    def touch(self, key):\n        self.doors[key] = self.doors.pop(key)\n")]
    [InlineData("its length is asked for", Made + "    def enter(self, door, name):\n        self.doors[door.key] = door\n        if len(self.names) < 100:\n            self.names[door.key] = name\n" + Released)]
    [InlineData("somebody gets it", Made + Filled + Released + "    def table(self):\n        return self.names\n")]
    [InlineData("two names of one table", "class Hall:\n    def __init__(self):\n        self.doors = self.names = {}\n" + Filled + Released)]
    [InlineData("it is made by somebody", "class Hall:\n    def __init__(self, cache):\n        self.doors = {}\n        self.names = cache\n" + Filled + Released)]
    [InlineData("another class", Made + "    def enter(self, door):\n        self.doors[door.key] = door\n" + Released + "class Yard:\n    def __init__(self):\n        self.others = {}\n    def enter(self, door, name):\n        self.others[door.key] = name\n")]
    public void No_table_is_forgotten(string why, string program) => Find(program).ShouldBeEmpty(why);

    private static IEnumerable<Finding> Find(string program) =>
        Analyzer.Analyze(SourceText.From(program), new AnalysisOptions(RuleCatalogue.BuiltIn.RuleSet)).Findings.Where(static finding => finding.Rule.Id is "LL106");
}
