using System.Collections.Immutable;
using LeakLens.Engine.Rules.Accumulation;
using LeakLens.Engine.Rules.Diagnostics;
using LeakLens.Engine.Rules.Exhaustion;
using LeakLens.Engine.Rules.FunctionsAndClasses;
using LeakLens.Engine.Rules.Growths;
using LeakLens.Engine.Rules.Libraries;
using LeakLens.Engine.Rules.Lifetimes;
using LeakLens.Engine.Rules.Payloads;
using LeakLens.Engine.Rules.Stores;

namespace LeakLens.Engine.Rules;

/// <summary>The code of all rules.</summary>
internal static class RuleBook
{
    /// <summary>Rules that recognise kinds of growth, those that say most about one first.</summary>
    public static readonly ImmutableArray<GrowthRule> Growths =
    [
        .. DiagnosticsRules.Growths,
        .. LifetimeRules.Growths,
        .. LibraryRules.Growths,
        .. FunctionAndClassRules.Growths,
        .. AccumulationRules.Growths,
    ];

    /// <summary>All others.</summary>
    public static readonly ImmutableArray<Rule> Others =
    [
        .. AccumulationRules.Others,
        .. FunctionAndClassRules.Others,
        .. DiagnosticsRules.Others,
        .. LifetimeRules.Others,
        .. ExhaustionRules.Others,
        .. PayloadRules.Others,
        .. StoreRules.Others,
        .. LibraryRules.Others,
    ];
}
