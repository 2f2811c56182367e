using System.Text.RegularExpressions;

namespace LeakLens.Server.Tests.Lsp.Protocol;

/// <summary>
/// The protocol as its authors publish it on npm. The package has the meta model's schema but not the meta model, so the
/// names are read from the TypeScript declarations that the meta model is itself made from.
/// </summary>
internal sealed class ProtocolReference
{
    private static readonly string[] Packages = ["vscode-languageserver-protocol/lib/common", "vscode-languageserver-types/lib/umd", "vscode-jsonrpc/lib/common"];
    private static readonly Lazy<ProtocolReference> LazyInstance = new(() => new ProtocolReference(FindModules() ?? throw new DirectoryNotFoundException("tests/protocol/node_modules: run `npm ci` in tests/protocol")));

    private readonly Dictionary<string, DeclaredType> _types = [];
    private readonly string _code;

    private ProtocolReference(string modules)
    {
        var folders = Packages.Select(package => Path.Combine(modules, package)).ToArray();
        foreach (var declarations in folders.SelectMany(folder => Directory.GetFiles(folder, "*.d.ts")).Select(File.ReadAllText))
        {
            DeclarationReader.ReadInto(_types, declarations);
        }

        _code = string.Concat(folders.SelectMany(folder => Directory.GetFiles(folder, "*.js")).Select(File.ReadAllText));
    }

    public static ProtocolReference Instance => LazyInstance.Value;

    public static bool IsInstalled => FindModules() is not null;

    /// <summary>The members of a type, inherited ones included; null when it is not declared.</summary>
    public IReadOnlyDictionary<string, DeclaredMember>? FindMembers(string type)
    {
        if (!_types.TryGetValue(type, out var declared))
        {
            return null;
        }

        var members = declared.Parts.Select(FindMembers).OfType<IReadOnlyDictionary<string, DeclaredMember>>().SelectMany(part => part).ToList();
        if (declared.IsUnion)
        {
            members = members.Select(member => KeyValuePair.Create(member.Key, member.Value with { IsOptional = true })).ToList();
        }

        return members.Concat(declared.Members).GroupBy(member => member.Key).ToDictionary(same => same.Key, same => same.Last().Value);
    }

    /// <summary>Whether the package's code has this text as a constant.</summary>
    public bool HasText(string text) => _code.Contains($"'{text}'", StringComparison.Ordinal) || _code.Contains($"`{text}`", StringComparison.Ordinal);

    /// <summary>The value of a named number, as in <c>ErrorCodes.ParseError = -32700</c>.</summary>
    public int? FindNumber(string owner, string name) =>
        Regex.Match(_code, $@"\b{owner}\.{name} = (-?\d+);", RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } match ? int.Parse(match.Groups[1].Value) : null;

    private static string? FindModules()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var modules = Path.Combine(folder.FullName, "tests", "protocol", "node_modules");
            if (Directory.Exists(Path.Combine(modules, "vscode-languageserver-protocol")))
            {
                return modules;
            }
        }

        return null;
    }
}
