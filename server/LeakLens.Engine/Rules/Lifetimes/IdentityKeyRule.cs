using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes;

/// <summary>
/// LL106 where the key is <c>id(thing)</c>. The entry stays when the thing is gone, and since ids are given out again
/// (https://docs.python.org/3/library/functions.html#id) another thing may find it: a question that is asked first makes it no cache.
/// </summary>
internal sealed class IdentityKeyRule : GrowthRule
{
    public override string Id => "LL106";

    public override bool Covers(GrowthCase growth) =>
        growth is { Fact: { IsPlace: false, IsChain: false, IsEntryPoint: true }, Storing: { Key: { } key } storing } && IdentityOf(growth, key) is { } thing
        && IsHeldByProgram(growth) && !growth.IsTrimmedInFile && !growth.IsTended && !storing.Values.Any(value => Keeps(growth, value, thing));

    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule)
    {
        if (growth.Storing is not { } storing || new StoredThing(growth, storing).IsPartOfProgram())
        {
            return null;
        }

        return growth.Fact.IsShared ? FindingLevel.Note : FindingLevel.Warning;
    }

    public override string Message(GrowthCase growth)
    {
        var text = new GrowthText(growth);
        const string Why = "and an entry stays when its object is gone: the next object with the same id() finds it";
        return growth.Fact.IsPerCall ? text.Message(Why) : $"{text.Name()} is never emptied, {Why}";
    }

    public override string Advice(GrowthCase growth) => "Key it by the object itself in a weakref.WeakKeyDictionary, or take the entry out where the object ends: weakref.finalize(thing, table.pop, id(thing), None)";

    /// <summary>Of <c>id(thing)</c>, alone or as a part of a key, it is <c>thing</c>; of <c>tuple(id(thing) for thing in things)</c> it is <c>things</c>.</summary>
    private static Expression? IdentityOf(GrowthCase growth, Expression key) => Origins.Of(key, growth.Function) switch
    {
        Call { Arguments: [var thing], Keywords.IsEmpty: true } call when growth.Context.Names.Resolve(call.Function)?.Text is "builtins.id" => thing,
        Python.Syntax.Tuple tuple => tuple.Elements.Select(element => IdentityOf(growth, element)).FirstOrDefault(static thing => thing is not null),
        Call { Arguments: [GeneratorExp or ListComp] } call when growth.Context.Names.Resolve(call.Function)?.Text is "builtins.tuple" or "builtins.frozenset" => IterableOf(growth, call.Arguments[0]),
        _ => null,
    };

    private static Expression? IterableOf(GrowthCase growth, Expression identities) => identities switch
    {
        GeneratorExp { Element: var each, Generators: [var part] } when IdentityOf(growth, each) is not null => part.Iterable,
        ListComp { Element: var each, Generators: [var part] } when IdentityOf(growth, each) is not null => part.Iterable,
        _ => null,
    };

    private static bool IsHeldByProgram(GrowthCase growth) => growth.Fact.Owner is { IsOfWorld: false, Lifetime: Lifetime.Module or Lifetime.Class or Lifetime.Process } || (growth.Fact.Owner.Lifetime is Lifetime.Instance && growth.IsHolderKeptByModule);

    /// <summary>The entry holds the thing itself: its id is its own as long as the entry is there.</summary>
    private static bool Keeps(GrowthCase growth, Expression value, Expression thing) => Origins.Of(value, growth.Function) switch
    {
        Python.Syntax.Tuple tuple => tuple.Elements.Any(element => Keeps(growth, element, thing)),
        List list => list.Elements.Any(element => Keeps(growth, element, thing)),
        Dict record => record.Values.Any(entry => Keeps(growth, entry, thing)),
        // What is made of the thing may hold it.
        Call call => call.Arguments.Any(argument => SameExpression.Is(argument, thing)) && growth.Context.Code.Classes.Any(type => call.Function is Name made && string.Equals(made.Id, type.Name, StringComparison.Ordinal)),
        var stored => SameExpression.Is(stored, thing),
    };
}
