using System.Collections.Immutable;
using LeakLens.Engine.Rules;
using LeakLens.Workspace.Configuration;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Hashing;

namespace LeakLens.Workspace.OwnRules;

/// <summary>Reads the folders that <c>rule-paths</c> names: each folder in them that has a <c>rule.json</c> is a rule.</summary>
internal static class OwnRuleFolders
{
    private const string Key = "rule-paths";

    /// <summary>Rules of one configuration: each is asked about each fact of each file.</summary>
    private const int MostRules = 200;

    /// <summary>Of one file, in bytes.</summary>
    private const long LongestText = 64 * 1024;

    /// <summary>In all files together: nobody reads more.</summary>
    private const int MostProblems = 100;

    /// <exception cref="DocumentException">A folder or a file cannot be read, or there is too much of them.</exception>
    public static ImmutableArray<RuleDescriptor> Read(ImmutableArray<string> folders, out ImmutableArray<ConfigurationError> errors)
    {
        var names = new OwnRuleNames();
        var rules = ImmutableArray.CreateBuilder<RuleDescriptor>();
        var problems = new List<ConfigurationError>();
        foreach (var file in FilesIn(folders))
        {
            var text = FolderText.Read(file, Path.GetFileName(Path.GetDirectoryName(file)) + "/" + OwnRuleFile.Name, Key, LongestText);
            if (OwnRuleReader.Read(file, text, Convert.ToHexStringLower(Sha256.Of(text)), names, out var found) is { } rule)
            {
                rules.Add(rule);
            }

            problems.AddRange(found);
        }

        errors = [.. problems.Take(MostProblems)];
        return rules.ToImmutable();
    }

    private static List<string> FilesIn(ImmutableArray<string> folders)
    {
        try
        {
            var files = new List<string>();
            foreach (var folder in folders.Distinct(StringComparer.Ordinal))
            {
                if (File.Exists(Path.Combine(folder, OwnRuleFile.Name)))
                {
                    throw new DocumentException($"'{Key}' names the folder around those of the rules: {Path.GetFileName(folder)} has a {OwnRuleFile.Name} itself");
                }

                if (Directory.EnumerateDirectories(folder).Skip(OwnRuleFile.MostFolders).Any())
                {
                    throw new DocumentException($"'{Key}' has more than {OwnRuleFile.MostFolders} folders");
                }

                files.AddRange(OwnRuleFile.In(folder).Take(MostRules + 1));
                if (files.Count > MostRules)
                {
                    throw new DocumentException($"'{Key}' has more than {MostRules} rules");
                }
            }

            files.Sort(StringComparer.Ordinal);
            return files;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException($"'{Key}' cannot be read: " + IoMessage.For(exception), exception);
        }
    }
}
