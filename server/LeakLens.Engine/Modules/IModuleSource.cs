namespace LeakLens.Engine.Modules;

/// <summary>The modules that a program imports from files beside its own. The engine does no IO: whoever has a folder gives it these.</summary>
public interface IModuleSource
{
    /// <summary>The module that an import means; null when it is not one of the program's own files, or must not be read.</summary>
    /// <param name="importer">The module whose code imports; null for the one that is analysed.</param>
    /// <param name="name">With dots; empty for <c>from . import x</c>.</param>
    /// <param name="level">The dots in front.</param>
    SourceModule? Find(SourceModule? importer, string name, int level);
}
