using LeakLens.Python.Binding;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths.Tables;

/// <summary>Where a table is kept: an attribute of the objects of a class, or of the class itself, or a variable of the module.</summary>
/// <param name="Type">Null for a variable of the module.</param>
/// <param name="Variable">Null for an attribute.</param>
internal sealed record TablePlace(ClassDef? Type, string Name, Symbol? Variable);
