using System.Collections.Immutable;
using System.Globalization;
using LeakLens.Deployment.Files;
using LeakLens.Deployment.Rules;

namespace LeakLens.Deployment.Facts;

/// <summary>
/// Finds the Python file that a container runs, where that is certain: the build is known by its folder or by the name of the image, and the command
/// names a file, or a module, that lies there.
/// </summary>
internal static class ProgramFinder
{
    /// <returns>The program and how many processes run it; null when any part of the way is not certain.</returns>
    public static (ProgramMemory Program, int Processes)? Find(DeploymentFile file, Container container, DeploymentFacts facts)
    {
        if (FindBuild(file, container, facts) is not { } build || FindDockerfile(build.Folder, build.File, facts) is not { } docker || DockerStages.Of(docker).Last is not { } last)
        {
            return null;
        }

        var stages = DockerStages.Of(docker);
        var command = container.Command.IsEmpty ? [.. stages.LastOf("ENTRYPOINT", last)?.Words ?? [], .. stages.LastOf("CMD", last)?.Words ?? []] : container.Command;
        var root = stages.LastOf("WORKDIR", last)?.Words is [var folder, ..] ? folder.Text : "";
        foreach (var candidate in Candidates(command, root))
        {
            if (facts.FindProgram(Join(build.Folder, candidate)) is { } program)
            {
                return (program, Processes(command));
            }
        }

        return null;
    }

    private static (string Folder, string File)? FindBuild(DeploymentFile file, Container container, DeploymentFacts facts)
    {
        if (container.BuildFolder is { } own)
        {
            return (Join(file.Folder, own), container.BuildFile);
        }

        if (container.ImageName is not { Length: > 0 } image)
        {
            return null;
        }

        var builds = facts.Files.SelectMany(other => other.Containers.Where(built => built.BuildFolder is not null && string.Equals(built.ImageName, image, StringComparison.Ordinal)).Select(built => (Folder: Join(other.Folder, built.BuildFolder ?? ""), File: built.BuildFile)))
            .Concat(facts.Files.Where(other => other.Kind is DeploymentKind.Dockerfile && IsNamed(other, image)).Select(static other => (other.Folder, File: DeploymentNames.NameOf(other.Path))))
            .Distinct().Take(2).ToArray();
        return builds is [var only] ? only : null;
    }

    /// <summary>The folder of a Dockerfile is called as the image is.</summary>
    private static bool IsNamed(DeploymentFile docker, string image) => string.Equals(DeploymentNames.NameOf(docker.Folder), image, StringComparison.Ordinal);

    private static DeploymentFile? FindDockerfile(string folder, string name, DeploymentFacts facts) =>
        facts.FindFile(Join(folder, name)) is { Kind: DeploymentKind.Dockerfile } found ? found : null;

    /// <summary>Files that a command may run, relative to the folder of the build: it is copied as a whole to where the program works.</summary>
    private static IEnumerable<string> Candidates(ImmutableArray<Word> command, string root)
    {
        for (var i = 0; i < command.Length; i++)
        {
            var text = command[i].Text;
            var below = root.Length > 0 && text.StartsWith(root, StringComparison.Ordinal) ? text[root.Length..].TrimStart('/') : text;
            if (below.EndsWith(".py", StringComparison.Ordinal))
            {
                yield return below;
            }
            else if (i > 0 && IsModule(below))
            {
                var path = below.Split(':')[0].Replace('.', '/');
                yield return path + ".py";
                yield return path + "/__init__.py";
                yield return path + "/__main__.py";
            }
        }
    }

    private static bool IsModule(string word) => word.Length > 0 && (char.IsAsciiLetter(word[0]) || word[0] == '_') && word.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or ':');

    private static int Processes(ImmutableArray<Word> command)
    {
        foreach (var setting in SettingReader.OfCommand(command))
        {
            if (setting.Name is "workers" or "w" or "concurrency" && int.TryParse(setting.Value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1000)
            {
                return count;
            }
        }

        return 1;
    }

    /// <summary>Joins paths with forward slashes, and takes out what stands for the same folder and the one above.</summary>
    internal static string Join(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var part in $"{folder}/{path}".Split('/', '\\'))
        {
            if (part is ".." && parts.Count > 0 && parts[^1] is not "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return (folder.StartsWith('/') ? "/" : "") + string.Join('/', parts);
    }
}
