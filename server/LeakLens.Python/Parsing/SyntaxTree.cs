using System.Collections.Immutable;
using LeakLens.Python.Binding;
using LeakLens.Python.Lexing;
using LeakLens.Python.Syntax;
using LeakLens.Python.Text;

namespace LeakLens.Python.Parsing;

/// <summary>
/// What reading a text gives: always a tree, the errors found on the way, and the comments kept on the side.
/// Immutable; parsing never throws.
/// </summary>
public sealed class SyntaxTree
{
    private ScopeTree? _scopes;
    private volatile bool _isLinked;
    private QualifiedNames? _qualifiedNames;

    internal SyntaxTree(SourceText text, Module root, ImmutableArray<SyntaxError> errors, ImmutableArray<TextSpan> comments)
    {
        Text = text;
        Root = root;
        Errors = errors;
        Comments = comments;
    }

    public SourceText Text { get; }

    public Module Root { get; }

    public ImmutableArray<SyntaxError> Errors { get; }

    /// <summary>The comments in source order, each from its <c>#</c> to the end of its line.</summary>
    public ImmutableArray<TextSpan> Comments { get; }

    /// <summary>A text that is no Python: its comments and what is wrong with it, and no statements.</summary>
    public static SyntaxTree WithoutCode(SourceText text, ImmutableArray<SyntaxError> errors, ImmutableArray<TextSpan> comments) =>
        new(text, new Module(0, text.Length, []), errors, comments);

    public static SyntaxTree Parse(SourceText text, CancellationToken cancellation = default) => Parser.Parse(text, cancellation);

    /// <summary>The scopes of the tree, built on the first call.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for while they were built.</exception>
    public ScopeTree GetScopes(CancellationToken cancellation = default) =>
        _scopes ?? LazyInitializer.EnsureInitialized(ref _scopes, () => ScopeTree.Build(this, cancellation));

    /// <summary>Gives every node its <see cref="SyntaxNode.Parent"/>: one pass over the tree, on the first call. Most trees are only ever walked down, and go without.</summary>
    /// <exception cref="OperationCanceledException">The cancellation was asked for meanwhile.</exception>
    public void LinkParents(CancellationToken cancellation = default)
    {
        if (!_isLinked)
        {
            // Two threads that come at once write the same.
            new ParentLinker(cancellation).Visit(Root);
            _isLinked = true;
        }
    }

    /// <summary>The comments that begin in a stretch of text, in source order.</summary>
    public ReadOnlySpan<TextSpan> GetComments(TextSpan span)
    {
        var first = FindComment(span.Start);
        return Comments.AsSpan(first, FindComment(span.End) - first);
    }

    /// <summary>
    /// The tokens that overlap a stretch of text, in source order; indentation makes none. They are read again for each call: from the
    /// start of the statement that the stretch begins in to its end.
    /// </summary>
    public ImmutableArray<SyntaxToken> GetTokens(TextSpan span)
    {
        var names = NameTable.Rent();
        var reader = new TokenReader(Text.Text, names, StatementFinder.FindStart(Root, span.Start));
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        while (reader.TryRead(out var token) && token.Span.Start < span.End)
        {
            if (token.Span.End > span.Start)
            {
                tokens.Add(token);
            }
        }

        NameTable.Return(names);
        return tokens.DrainToImmutable();
    }

    /// <summary>Index of the first comment that begins at the place or behind it.</summary>
    private int FindComment(int offset)
    {
        var (low, high) = (0, Comments.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Comments[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Where the names of the tree come from, prepared on the first call.</summary>
    public QualifiedNames GetQualifiedNames() => LazyInitializer.EnsureInitialized(ref _qualifiedNames, () => new QualifiedNames(GetScopes()));
}
