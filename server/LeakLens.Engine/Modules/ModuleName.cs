namespace LeakLens.Engine.Modules;

/// <summary>A global name of a module.</summary>
/// <param name="Module">What <see cref="SourceModule.Identity"/> says of it; empty for the module that is analysed.</param>
public sealed record ModuleName(string Module, string Name);
