using LeakLens.Engine.Modules;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Modules;

/// <summary>Modules of one folder, by their names.</summary>
internal sealed class Neighbours : IModuleSource
{
    private readonly Dictionary<string, SourceModule> _modules = new(StringComparer.Ordinal);

    /// <summary>How often somebody asked for a module.</summary>
    public int Asked { get; private set; }

    public Neighbours Add(string name, string text)
    {
        _modules[name] = new SourceModule(name, name.Replace('.', '/') + ".py", "#" + name, SourceText.From(text));
        return this;
    }

    public Neighbours AddPackage(string name, string text)
    {
        _modules[name] = new SourceModule(name, name.Replace('.', '/') + "/__init__.py", "#" + name, SourceText.From(text));
        return this;
    }

    public SourceModule? Find(SourceModule? importer, string name, int level)
    {
        Asked++;
        return _modules.GetValueOrDefault(name);
    }
}
