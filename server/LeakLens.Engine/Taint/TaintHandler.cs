using System.Collections.Frozen;

namespace LeakLens.Engine.Taint;

/// <summary>Functions that a framework calls, and what it hands them.</summary>
/// <param name="Parameter">The place of the parameter that gets it; -1 for an attribute of <c>self</c>, -2 for every parameter, by its annotation.</param>
/// <param name="Attribute">The attribute of <c>self</c> that has it.</param>
/// <param name="Methods">Of classes with such a base: the methods; empty for all.</param>
/// <param name="Seen">Attributes of the parameter by which the function is known, where nothing else says what it is.</param>
internal sealed record TaintHandler(int Parameter, string Attribute, FrozenSet<string> Methods, FrozenSet<string> Seen, string Type);
