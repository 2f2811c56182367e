using System.Collections.Immutable;
using LeakLens.Python.Text;

namespace LeakLens.Deployment.Yaml;

/// <summary>Finds comments: from a <c>#</c> behind a blank or a line's start, outside of all scalars, to the end of the line.</summary>
internal static class YamlComments
{
    /// <param name="scalars">In the order of the text; none touches another.</param>
    public static ImmutableArray<TextSpan> Find(string text, List<TextSpan> scalars)
    {
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        var next = 0;
        for (var at = 0; (at = text.IndexOf('#', at)) >= 0; at++)
        {
            while (next < scalars.Count && scalars[next].End <= at)
            {
                next++;
            }

            var isInside = next < scalars.Count && scalars[next].Start <= at;
            if (isInside || (at > 0 && text[at - 1] is not (' ' or '\t' or '\n' or '\r')))
            {
                continue;
            }

            var length = text.AsSpan(at).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : at + length;
            found.Add(TextSpan.FromBounds(at, end));
            at = end - 1;
        }

        return found.DrainToImmutable();
    }
}
