using LeakLens.Engine.Modules;
using LeakLens.Python.Binding;

namespace LeakLens.Engine.Facts;

/// <summary>Something that lives in another module of the program and that the text imports.</summary>
/// <param name="Symbol">What it is called in the text; null for an attribute of a module that is imported as a whole.</param>
public sealed record ImportedName(ModuleName Origin, Symbol? Symbol);
