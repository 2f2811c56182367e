using System.Diagnostics;
using System.Text.Json;
using LeakLens.Engine.Library;
using LeakLens.Engine.Tests.Sizes;

namespace LeakLens.Engine.Tests.Library;

/// <summary>Library models say only what can be understood, about things that exist.</summary>
public sealed class LibraryModelTests
{
    private const string Script = """
        import importlib, json, sys
        missing = []
        for module, names in json.load(sys.stdin).items():
            try:
                owner = importlib.import_module(module or "builtins")
            except ImportError:
                if module.split(".")[0] not in ("numpy", "pandas", "requests", "dask", "tornado", "twisted"):
                    missing.append("import " + module)
                continue
            for name in names:
                found = owner
                for part in name.split("."):
                    if not hasattr(found, part):
                        missing.append(module + "." + name)
                        break
                    found = getattr(found, part)
        print(json.dumps(missing))
        """;

    public static TheoryData<string> Modules => [.. ModelResources.Modules.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_line_compiles(string module)
    {
        foreach (var (name, model) in LinesOf(Load(module)))
        {
            if (model.Text.StartsWith('@'))
            {
                model.Intrinsic.ShouldNotBeNull($"{name}: no intrinsic {model.Text}");
            }
            else
            {
                model.Body.Error.ShouldBeNull($"{name}: {model.Text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Bases_and_other_names_lead_somewhere(string module)
    {
        var models = Load(module);
        foreach (var type in models.Types.Values.Where(type => type.Base is not null))
        {
            LibraryCatalogue.BuiltIn.FindType(type.Base!).ShouldNotBeNull(type.QualifiedName);
        }

        foreach (var (name, target) in models.Same)
        {
            (LibraryCatalogue.BuiltIn.FindFunction(target) is not null || LibraryCatalogue.BuiltIn.FindType(target) is not null).ShouldBeTrue($"{name}: {target}");
        }
    }

    [Python311Fact]
    public void Every_name_exists_in_CPython()
    {
        var names = ModelResources.Modules.ToDictionary(module => module == "builtins" ? string.Empty : module, module => NamesOf(Load(module)).ToArray());
        var start = new ProcessStartInfo("python3", ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start).ShouldNotBeNull();
        process.StandardInput.Write(JsonSerializer.Serialize(names));
        process.StandardInput.Close();
        JsonSerializer.Deserialize<string[]>(process.StandardOutput.ReadToEnd()).ShouldBe([]);
    }

    [Python311Fact]
    public void Every_text_is_that_of_CPython()
    {
        foreach (var module in ModelResources.Modules)
        {
            foreach (var (name, text) in Load(module).Texts)
            {
                var start = new ProcessStartInfo("python3", ["-c", $"import {module}; print({module}.{name}, end='')"]) { RedirectStandardOutput = true, UseShellExecute = false };
                using var process = Process.Start(start).ShouldNotBeNull();
                process.StandardOutput.ReadToEnd().ShouldBe(text, $"{module}.{name}");
            }
        }
    }

    private static LibraryModule Load(string module) => module == "builtins" ? LibraryCatalogue.Builtins : LibraryCatalogue.FindModule(module).ShouldNotBeNull();

    private static IEnumerable<(string Name, FunctionModel Model)> LinesOf(LibraryModule module)
    {
        foreach (var (name, function) in module.Functions)
        {
            yield return (name, function);
        }

        foreach (var type in module.Types.Values)
        {
            foreach (var (name, line) in type.Methods.Concat(type.Statics).Concat(type.Attributes))
            {
                yield return ($"{type.QualifiedName}.{name}", line);
            }

            if (type.Constructor is { } constructor)
            {
                yield return (type.QualifiedName, constructor);
            }
        }
    }

    private static IEnumerable<string> NamesOf(LibraryModule module)
    {
        var types = module.Types.Where(type => !type.Value.IsHidden).ToArray();
        return module.Functions.Keys
            .Concat(module.Same.Keys)
            .Concat(types.Select(type => type.Key))
            .Concat(types.SelectMany(type => type.Value.Methods.Keys.Concat(type.Value.Statics.Keys).Select(method => $"{type.Key}.{method}")));
    }
}
