using LeakLens.Engine.Findings;

namespace LeakLens.Engine.Taint;

/// <summary>An attribute or method of a type of a framework.</summary>
/// <param name="Type">What it gives, where that is a type of its own.</param>
/// <param name="Whole">It takes all there is into memory unless it is given a number; the level of that, null when a limit of the framework bounds it.</param>
internal sealed record TaintMember(TaintFacets Facets, string? Type, FindingLevel? Whole);
