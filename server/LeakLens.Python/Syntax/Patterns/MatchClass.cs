using System.Collections.Immutable;

namespace LeakLens.Python.Syntax;

/// <summary><c>Class(patterns, name=pattern)</c>.</summary>
public sealed class MatchClass : Pattern
{
    public MatchClass(int start, int end, Expression @class, ImmutableArray<Pattern> patterns, ImmutableArray<string> keywordNames, ImmutableArray<Pattern> keywordPatterns)
        : base(start, end)
    {
        Class = @class;
        Patterns = patterns;
        KeywordNames = keywordNames;
        KeywordPatterns = keywordPatterns;
    }

    public Expression Class { get; }

    public ImmutableArray<Pattern> Patterns { get; }

    public ImmutableArray<string> KeywordNames { get; }

    public ImmutableArray<Pattern> KeywordPatterns { get; }

    public override SyntaxKind Kind => SyntaxKind.MatchClass;

    public override void Accept(SyntaxVisitor visitor) => visitor.VisitMatchClass(this);

    public override void VisitChildren(SyntaxVisitor visitor)
    {
        visitor.Visit(Class);
        visitor.VisitAll(Patterns);
        visitor.VisitAll(KeywordPatterns);
    }
}
