using System.Collections.Immutable;
using LeakLens.Python.Binding;
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

    public static SyntaxTree Parse(SourceText text, CancellationToken cancellation = default) => Parser.Parse(text, cancellation);

    /// <summary>The scopes of the tree, built on the first call.</summary>
    public ScopeTree GetScopes() => LazyInitializer.EnsureInitialized(ref _scopes, () => ScopeTree.Build(this));
}
