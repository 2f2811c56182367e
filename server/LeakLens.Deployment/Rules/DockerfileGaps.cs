using LeakLens.Deployment.Files;

namespace LeakLens.Deployment.Rules;

/// <summary>LL803 in Dockerfiles: the last stage is what runs.</summary>
internal static class DockerfileGaps
{
    private static readonly string[] Entries = ["CMD", "ENTRYPOINT"];

    public static IEnumerable<HardeningGap> Find(DeploymentContext context)
    {
        var stages = DockerStages.Of(context.File);
        if (stages.Last is not { } last)
        {
            yield break;
        }

        if (stages.UserOf(last) is not { } user)
        {
            var entry = context.File.Instructions.FirstOrDefault(instruction => instruction.Stage == last.Stage && Entries.Contains(instruction.Name, StringComparer.Ordinal));
            if (!stages.BaseOf(last).Contains("nonroot", StringComparison.Ordinal) && entry is not null)
            {
                yield return new HardeningGap(last.Span, "runs as root", [context.Write.AddLineAbove(entry.Span.Start, "USER 10001")]);
            }
        }
        else if (user.Words is [{ Text: "root" or "0" or "0:0" or "root:root" }, ..])
        {
            yield return new HardeningGap(user.Span, "runs as root", []);
        }

        foreach (var from in context.File.Instructions.Where(static instruction => instruction.Name is "FROM"))
        {
            var image = DockerStages.ImageOf(from);
            if (!stages.IsStage(image.Text) && Images.IsUnpinned(image.Text))
            {
                yield return new HardeningGap(image.Span, "an image that is another one tomorrow", []);
            }
        }

        if (DockerStages.ImageOf(last) is var full && Images.IsFullPython(full.Text))
        {
            yield return new HardeningGap(full.Span, "a whole Debian with compilers (there is a slim image of the same Python)", []);
        }
    }
}
