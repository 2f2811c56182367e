using LeakLens.Engine.Facts;
using LeakLens.Engine.Findings;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.FunctionsAndClasses;

/// <summary>LL207: a collection of a class grows through its instances or methods, and lives as long as the class.</summary>
internal sealed class ClassAttributeAccumulatorRule : CarrierRule
{
    private static readonly string[] MetaclassNames = ["builtins.type", "abc.ABCMeta", "enum.EnumMeta", "enum.EnumType"];

    public override string Id => "LL207";

    public override bool Covers(GrowthCase growth) => growth.Fact.Holding is Holding.Class;

    /// <summary>A program has as many classes as it writes down: what each adds when it is made has an end.</summary>
    public override FindingLevel? Judge(GrowthCase growth, RuleDescriptor rule) =>
        growth.IsOpenEnded && (MakesClasses(growth) || IsPartOfProgram(growth)) ? null : base.Judge(growth, rule);

    public override string Message(GrowthCase growth) => new GrowthText(growth).Message(
        growth.Fact.Holder is ClassDef type ? $"shared by all instances of {type.Name}" : "shared by all instances of its class");

    public override string? Advice(GrowthCase growth) =>
        HoldsInstances(growth)
            ? "Register instances in a weakref.WeakSet, so that they can go"
            : "Create the collection in __init__ if each instance has its own, or bound it with deque(maxlen=...)";

    private static bool IsPartOfProgram(GrowthCase growth) =>
        growth.Fact.IsPerCall && growth.Storing is { } storing && new StoredThing(growth, storing) is var thing && (thing.IsPartOfProgram() || thing.HasFewKeys() || thing.IsTakenOver());

    private static bool HoldsInstances(GrowthCase growth) =>
        growth.Fact.Holder is ClassDef type && growth.Fact.Content.Items.Any(item => string.Equals(item.TypeName, type.Name, StringComparison.Ordinal));

    private static bool MakesClasses(GrowthCase growth) =>
        growth.Function is FunctionDef function
        && (function.Name is "__init_subclass__" or "__set_name__"
            || (function.Name is "__new__" or "__init__" or "__prepare__" && IsMetaclass(growth.Context.Code.ClassOf(function), growth)));

    private static bool IsMetaclass(ClassDef? type, GrowthCase growth) =>
        type is not null && type.Bases.Any(parent => growth.Context.Names.Resolve(parent) is { } known && MetaclassNames.Any(known.MayBe));
}
