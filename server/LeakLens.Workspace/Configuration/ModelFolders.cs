using System.Collections.Immutable;
using System.Text;
using LeakLens.Engine.Library;
using LeakLens.Workspace.Documents;
using LeakLens.Workspace.Hashing;
using LeakLens.Workspace.Reports;

namespace LeakLens.Workspace.Configuration;

/// <summary>Reads the folders that <c>model-paths</c> names: the files <c>*.json</c> that lie in them, not those of folders below.</summary>
internal static class ModelFolders
{
    /// <summary>Null when there are no files.</summary>
    /// <exception cref="DocumentException">A folder or a file cannot be read, or there is too much of them.</exception>
    public static LibraryModels? Read(ImmutableArray<string> folders, out ImmutableArray<ConfigurationError> errors)
    {
        var files = FilesIn(folders);
        if (files.Count == 0)
        {
            errors = [];
            return null;
        }

        var texts = files.ConvertAll(static path => new ModelText(path, FolderText.Read(path, Path.GetFileName(path), "model-paths", LibraryModels.LongestText)));
        var models = LibraryModels.Read([.. texts], IdentityOf(texts), out var problems);
        errors = [.. problems.Select(static problem => new ConfigurationError(problem.File, problem.Line, problem.Column, DisplayWidth.Sanitize(problem.Message)))];
        return models;
    }

    private static List<string> FilesIn(ImmutableArray<string> folders)
    {
        try
        {
            var files = folders.Distinct(StringComparer.Ordinal)
                .SelectMany(static folder => ModelFile.In(folder))
                .Take(LibraryModels.MostFiles + 1)
                .Order(StringComparer.Ordinal)
                .ToList();
            return files.Count <= LibraryModels.MostFiles ? files : throw new DocumentException($"'model-paths' has more than {LibraryModels.MostFiles} files");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException("'model-paths' cannot be read: " + IoMessage.For(exception), exception);
        }
    }

    /// <summary>Each text with its length, so that no two lists of texts are one. Names of files do not matter.</summary>
    private static string IdentityOf(List<ModelText> texts)
    {
        var all = new StringBuilder();
        foreach (var text in texts)
        {
            all.Append(text.Text.Length).Append(':').Append(text.Text);
        }

        return Convert.ToHexStringLower(Sha256.Of(all.ToString()));
    }
}
