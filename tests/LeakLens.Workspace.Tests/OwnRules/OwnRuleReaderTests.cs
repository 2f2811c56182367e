using System.Collections.Immutable;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules;
using LeakLens.Engine.Rules.Contracts;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.OwnRules;

namespace LeakLens.Workspace.Tests.OwnRules;

/// <summary>What a <c>rule.json</c> says is what the rule is, and each mistake in it has its place.</summary>
public sealed class OwnRuleReaderTests
{
    private const string Whole = """
        {
          "id": "APP001",
          "name": "grows-per-request",
          "summary": "Nothing in our handlers may grow.",
          "defaultLevel": "error",
          "when": { "fact": "growth", "in": ["app.handlers"], "path": "src/**", "repeated": "per-call", "lifetime": ["module", "class"], "container": "list", "shared": false, "certain": true, "released": false },
          "thresholds": { "call-bytes": 1, "times": 2.5 },
          "message": "{name} grows by {bytes}",
          "advice": "Keep nothing"
        }
        """;

    private const string Sound = """{ "id": "APP001", "name": "a-b", "summary": "s", "when": { "fact": "growth" }, "message": "m" }""";

    [Fact]
    public void All_of_it_is_read()
    {
        var rule = Read(Whole, out var problems).ShouldNotBeNull();

        problems.ShouldBeEmpty();
        (rule.Id, rule.Name, rule.Summary, rule.DefaultLevel).ShouldBe(("APP001", "grows-per-request", "Nothing in our handlers may grow.", FindingLevel.Error));
        rule.Thresholds.OrderBy(static one => one.Key).ShouldBe([KeyValuePair.Create("call-bytes", 1.0), KeyValuePair.Create("times", 2.5)]);
        var contract = rule.Contract.ShouldNotBeNull();
        (contract.Fact, contract.IsShared, contract.IsCertain, contract.IsReleased, contract.Advice).ShouldBe((ContractFact.Growth, false, true, false, "Keep nothing"));
        contract.Repeated.ShouldBe([GrowthRepetition.PerCall]);
        contract.Lifetimes.ShouldBe([Lifetime.Module, Lifetime.Class]);
        contract.Containers.ShouldBe([ObjectKind.List]);
    }

    [Fact]
    public void What_is_left_out_is_no_condition()
    {
        var rule = Read(Sound, out _).ShouldNotBeNull();

        rule.DefaultLevel.ShouldBe(FindingLevel.Warning);
        rule.Thresholds.ShouldBeEmpty();
        new OwnRuleScope(rule, "/project").Covers("/anywhere/at/all.py").ShouldBeTrue();
    }

    [Theory]
    [InlineData("/project/src/app/handlers.py", true)]
    [InlineData("/project/src/app/handlers/users.py", true)]
    [InlineData("/project/src/app/handlers/deep/users.py", true)]
    [InlineData("/project/src/app/other.py", false)]
    [InlineData("/project/src/app/handlers_too.py", false)]
    [InlineData("/project/app/handlers.py", false)]
    [InlineData("/elsewhere/src/app/handlers.py", false)]
    public void It_is_about_its_modules_and_paths(string path, bool expected) => new OwnRuleScope(Read(Whole, out _).ShouldNotBeNull(), "/project").Covers(path).ShouldBe(expected);

    [Theory]
    [InlineData("", 1, 1, "there is nothing in it: a rule is an object")]
    [InlineData("/* a rule */\n", 1, 1, "there is nothing in it: a rule is an object")]
    [InlineData("[]", 1, 1, "a rule is an object")]
    [InlineData("{", 1, 2, "no JSON: the text ends too early")]
    [InlineData("{\n \"when\": { \"fact\": \"growth\",\n", 3, 1, "no JSON: the text ends too early")]
    [InlineData("{}}", 1, 3, "no JSON: additional text encountered after finished reading JSON content: }")]
    [InlineData("x", 1, 1, "no JSON: unexpected character encountered while parsing value: x")]
    [InlineData("{\n \"id\": }", 2, 8, "no JSON: unexpected character encountered while parsing value: }")]
    [InlineData("{\n \"id\": \"A\",\n \"id\": \"B\" }", 3, 7, "no JSON: property with the name 'id' already exists in the current JSON object")]
    public void What_is_no_rule_at_all_is_told(string text, int line, int column, string message) => First(text).ShouldBe((line, column, message));

    [Theory]
    [InlineData("\"APP001\"", "\"LL999\"", "ids that begin with LL are those of LeakLens")]
    [InlineData("\"APP001\"", "\"LLX001\"", "ids that begin with LL are those of LeakLens")]
    [InlineData("\"APP001\"", "\"ALL001\"", "ids that begin with ALL are those of LeakLens")]
    [InlineData("\"APP001\"", "\"app001\"", "'app001' is no id: it takes 2 to 10 capital letters and 3 digits, such as APP001")]
    [InlineData("\"APP001\"", "\"A001\"", "'A001' is no id: it takes 2 to 10 capital letters and 3 digits, such as APP001")]
    [InlineData("\"APP001\"", "\"ABCDEFGHIJK001\"", "'id' has at most 13 characters, not 14")]
    [InlineData("\"APP001\"", "7", "'id' takes a text")]
    [InlineData("\"a-b\"", "\"loop-accumulation\"", "'loop-accumulation' is taken by LL101 of LeakLens")]
    [InlineData("\"a-b\"", "\"word\"", "'word' is no name: it takes two words of small letters or more, joined by hyphens, such as grows-per-request")]
    [InlineData("\"a-b\"", "\"a-../b\"", "'a-../b' is no name: it takes two words of small letters or more, joined by hyphens, such as grows-per-request")]
    [InlineData("\"s\"", "\"\"", "'summary' is empty")]
    [InlineData("\"s\"", "\"a\\u001b[31mb\"", "'summary' has a character that is none of a line of text")]
    [InlineData("\"s\"", "\"a\\nb\"", "'summary' has a character that is none of a line of text")]
    [InlineData("\"m\"", "\"a \\u202e b\"", "'message' has a character that is none of a line of text")]
    [InlineData("\"m\"", "\"{nam}\"", "there is no {nam} here; there are {name}, {bytes}, {each}, {times}, {peak}, {retained}, {lifetime}, {container}")]
    [InlineData("{ \"fact\": \"growth\" }", "\"growth\"", "'when' takes an object: what the rule forbids, such as { \"fact\": \"growth\" }")]
    [InlineData("\"growth\"", "\"taint\"", "'fact' takes one of growth, peak, resource")]
    public void A_wrong_value_is_told_at_its_place(string right, string wrong, string message)
    {
        var found = First(Sound.Replace(right, wrong, StringComparison.Ordinal));

        found.ShouldBe((1, Sound.IndexOf(right, StringComparison.Ordinal) + 1, message));
    }

    [Theory]
    [InlineData("\"fact\": \"growth\", \"in\": \"a b\"", "'a b' is no name of a module")]
    [InlineData("\"fact\": \"growth\", \"in\": []", "'in' takes a text or a list of texts")]
    [InlineData("\"fact\": \"growth\", \"in\": [3]", "'in' takes a text or a list of texts")]
    [InlineData("\"fact\": \"growth\", \"path\": \"\"", "'path' takes texts of 1 to 200 characters")]
    [InlineData("\"fact\": \"growth\", \"path\": [\"src/\", \"!tests/\"]", "'path' says which files the rule is about; 'per-file-ignores' leaves files out, not '!tests/'")]
    [InlineData("\"fact\": \"growth\", \"path\": \"./\"", "'path' takes patterns for files and folders below that of the configuration; './' names none")]
    [InlineData("\"fact\": \"growth\", \"repeated\": \"often\"", "'repeated' takes some of per-call, endless, loop, not 'often'")]
    [InlineData("\"fact\": \"growth\", \"lifetime\": [\"modul\"]", "'lifetime' takes some of function, caller, closure, instance, class, module, process, escaped, not 'modul'")]
    [InlineData("\"fact\": \"growth\", \"shared\": \"no\"", "'shared' takes true or false")]
    [InlineData("\"fact\": \"growth\", \"lifetme\": \"module\"", "there is no 'lifetme' here (did you mean 'lifetime'?)")]
    [InlineData("\"fact\": \"peak\", \"lifetime\": \"module\"", "there is no 'lifetime' here; there are fact, in, path, container, certain")]
    [InlineData("\"fact\": \"resource\"", "'made' is missing: the qualified names of what makes it, such as app.pool.Pool")]
    [InlineData("\"fact\": \"resource\", \"made\": \"Pool\", \"release\": \"close\"", "'made' takes the qualified names of what makes it, such as app.pool.Pool; not 'Pool'")]
    [InlineData("\"fact\": \"resource\", \"made\": \"a.Pool\", \"release\": \"close()\"", "'release' takes the methods that let go of it, such as close; not 'close()'")]
    public void A_wrong_condition_is_told(string when, string message) => First(Sound.Replace("\"fact\": \"growth\"", when, StringComparison.Ordinal)).Message.ShouldBe(message);

    [Theory]
    [InlineData("\"thresholds\": [1]", "'thresholds' takes an object of numbers")]
    [InlineData("\"thresholds\": { \"call-byte\": 1 }", "there is no 'call-byte' here (did you mean 'call-bytes'?)")]
    [InlineData("\"thresholds\": { \"call-bytes\": -1 }", "'call-bytes' takes a number from 0 to 1125899906842624")]
    [InlineData("\"thresholds\": { \"call-bytes\": 1e300 }", "'call-bytes' takes a number from 0 to 1125899906842624")]
    [InlineData("\"thresholds\": { \"call-bytes\": NaN }", "'call-bytes' takes a number from 0 to 1125899906842624")]
    [InlineData("\"thresholds\": { \"call-bytes\": 123456789012345678901234567890 }", "'call-bytes' takes a number from 0 to 1125899906842624")]
    [InlineData("\"thresholds\": { \"call-bytes\": \"1\" }", "'call-bytes' takes a number from 0 to 1125899906842624")]
    [InlineData("\"defaultLevel\": \"fatal\"", "'defaultLevel' takes note, warning, error")]
    [InlineData("\"code\": \"import os\"", "there is no 'code' here; there are $schema, id, name, summary, defaultLevel, when, thresholds, message, advice")]
    public void A_wrong_property_is_told(string more, string message) => First(Sound.Replace("\"message\"", more + ", \"message\"", StringComparison.Ordinal)).Message.ShouldBe(message);

    [Theory]
    [InlineData("\"id\": \"APP001\", ", "'id' is missing: two letters or more and three digits, such as APP001")]
    [InlineData("\"name\": \"a-b\", ", "'name' is missing: words joined by hyphens, such as grows-per-request")]
    [InlineData("\"summary\": \"s\", ", "'summary' is missing: one sentence for lists")]
    [InlineData("\"when\": { \"fact\": \"growth\" }, ", "'when' is missing: what the rule forbids, such as { \"fact\": \"growth\" }")]
    [InlineData("\"fact\": \"growth\"", "'fact' is missing: one of growth, peak, resource")]
    [InlineData(", \"message\": \"m\"", "'message' is missing: what a finding says")]
    public void What_has_to_be_there_is_told_when_it_is_not(string part, string message) => First(Sound.Replace(part, "", StringComparison.Ordinal)).Message.ShouldBe(message);

    [Fact]
    public void Texts_lists_and_depth_are_bounded()
    {
        First(Sound.Replace("\"m\"", $"\"{new string('m', 301)}\"", StringComparison.Ordinal)).Message.ShouldBe("'message' has at most 300 characters, not 301");
        First(Sound.Replace("\"growth\"", $"\"growth\", \"in\": [{string.Join(',', Enumerable.Repeat("\"a\"", 21))}]", StringComparison.Ordinal)).Message.ShouldBe("'in' takes at most 20 texts");
        First(Sound.Replace("\"growth\"", $"\"growth\", \"in\": \"{new string('a', 201)}\"", StringComparison.Ordinal)).Message.ShouldBe("'in' takes texts of 1 to 200 characters");
        First(new string('[', 1_000)).Message.ShouldBe("a rule is at most 8 levels deep");
    }

    [Fact]
    public void All_mistakes_are_told_in_the_order_of_the_file_and_of_many_the_first()
    {
        Read("""{ "id": "x", "nam": 1, "when": { "fact": "growth", "in": "1" }, "message": "{" }""", out var problems).ShouldBeNull();
        problems.Select(static problem => problem.Column).ShouldBe([1, 1, 9, 14, 58, 76]);

        Read("{" + string.Join(',', Enumerable.Range(0, 1_000).Select(static number => $"\"x{number}\": 1")) + "}", out problems).ShouldBeNull();
        problems.Length.ShouldBe(20);
    }

    [Fact]
    public void A_name_stands_for_one_rule()
    {
        var names = new OwnRuleNames();
        OwnRuleReader.Read("/project/rules/one/rule.json", Sound, "", names, out _).ShouldNotBeNull();
        OwnRuleReader.Read("/project/rules/two/rule.json", Sound.Replace("a-b", "a-c", StringComparison.Ordinal), "", names, out var problems).ShouldBeNull();

        problems.ShouldHaveSingleItem().Message.ShouldBe("'APP001' is taken by one/rule.json");
    }

    private static (int Line, int Column, string Message) First(string text)
    {
        Read(text, out var problems).ShouldBeNull();
        return (problems[0].Line, problems[0].Column, problems[0].Message);
    }

    private static RuleDescriptor? Read(string text, out ImmutableArray<ConfigurationError> problems) => OwnRuleReader.Read("/project/rules/one/rule.json", text, "", new OwnRuleNames(), out problems);
}
