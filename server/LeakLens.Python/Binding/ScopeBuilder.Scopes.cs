using System.Collections.Immutable;
using LeakLens.Python.Syntax;

namespace LeakLens.Python.Binding;

/// <summary>What opens scopes, and which of its parts are evaluated outside.</summary>
internal sealed partial class ScopeBuilder
{
    public override void VisitFunctionDef(FunctionDef node)
    {
        Add(node.Name, SymbolFlags.Assigned);
        VisitDefaults(node.Parameters);
        VisitAll(node.Decorators);
        var outer = EnterTypeParameters(node, node.TypeParameters);
        VisitAnnotations(node.Parameters);
        VisitAnnotation(node.Returns);
        var around = Enter(ScopeKind.Function, node);
        AddParameters(node.Parameters);
        VisitAll(node.Body);
        _scope = outer ?? around;
    }

    public override void VisitLambda(Lambda node)
    {
        VisitDefaults(node.Parameters);
        var outer = Enter(ScopeKind.Lambda, node);
        AddParameters(node.Parameters);
        Visit(node.Body);
        _scope = outer;
    }

    public override void VisitClassDef(ClassDef node)
    {
        Add(node.Name, SymbolFlags.Assigned);
        VisitAll(node.Decorators);
        var outer = EnterTypeParameters(node, node.TypeParameters);
        VisitAll(node.Bases);
        VisitAll(node.Keywords);
        var around = Enter(ScopeKind.Class, node, node.Name);
        VisitAll(node.Body);
        _scope = outer ?? around;
    }

    public override void VisitTypeAlias(TypeAlias node)
    {
        Visit(node.Name);
        var outer = EnterTypeParameters(node, node.TypeParameters);
        Visit(node.Value);
        _scope = outer ?? _scope;
    }

    public override void VisitListComp(ListComp node) => VisitComprehensionScope(node, node.Element, value: null, node.Generators);

    public override void VisitSetComp(SetComp node) => VisitComprehensionScope(node, node.Element, value: null, node.Generators);

    public override void VisitGeneratorExp(GeneratorExp node) => VisitComprehensionScope(node, node.Element, value: null, node.Generators);

    public override void VisitDictComp(DictComp node) => VisitComprehensionScope(node, node.Key, node.Value, node.Generators);

    /// <summary>The first iterable is evaluated outside and comes in as the parameter <c>.0</c>.</summary>
    private void VisitComprehensionScope<TNode>(TNode node, Expression element, Expression? value, ImmutableArray<Comprehension> generators)
        where TNode : Expression, IScopeNode
    {
        if (generators.Length == 0)
        {
            return;
        }

        Visit(generators[0].Iterable);
        var outer = Enter(ScopeKind.Comprehension, node);
        _scope.GetOrAdd(".0").Flags |= SymbolFlags.Parameter;
        for (var i = 0; i < generators.Length; i++)
        {
            Visit(generators[i].Target);
            if (i > 0)
            {
                Visit(generators[i].Iterable);
            }

            VisitAll(generators[i].Conditions);
        }

        VisitOptional(value);
        Visit(element);
        _scope = outer;
    }

    /// <summary>In a comprehension, <c>:=</c> binds in the function or module around it.</summary>
    public override void VisitNamedExpr(NamedExpr node)
    {
        if (_scope.Kind == ScopeKind.Comprehension)
        {
            var target = _scope;
            while (target.Kind == ScopeKind.Comprehension && target.Parent is { } parent)
            {
                target = parent;
            }

            BindOutside(node.Target, target);
        }

        Visit(node.Value);
        Visit(node.Target);
    }

    private void BindOutside(Name name, Scope target)
    {
        var inner = _scope;
        _scope = target;
        var symbol = Add(name.Id, target.Kind == ScopeKind.Module ? SymbolFlags.Global : SymbolFlags.Assigned);
        _scope = inner;
        var isGlobal = (symbol.Flags & SymbolFlags.Global) != SymbolFlags.None;
        Add(name.Id, isGlobal ? SymbolFlags.Global : SymbolFlags.Nonlocal);
        if (isGlobal)
        {
            _module.GetOrAddMade(symbol.Name).Flags |= SymbolFlags.Global;
        }
    }

    private Scope? EnterTypeParameters<TNode>(TNode node, ImmutableArray<TypeParameter> parameters)
        where TNode : SyntaxNode, IScopeNode
    {
        if (parameters.Length == 0)
        {
            return null;
        }

        var outer = Enter(ScopeKind.TypeParameters, node);
        VisitAll(parameters);
        return outer;
    }

    public override void VisitTypeVar(TypeVar node)
    {
        Add(node.Name, SymbolFlags.Assigned);
        VisitOptional(node.Bound);
        VisitOptional(node.DefaultValue);
    }

    public override void VisitParamSpec(ParamSpec node)
    {
        Add(node.Name, SymbolFlags.Assigned);
        VisitOptional(node.DefaultValue);
    }

    public override void VisitTypeVarTuple(TypeVarTuple node)
    {
        Add(node.Name, SymbolFlags.Assigned);
        VisitOptional(node.DefaultValue);
    }

    private void VisitDefaults(Arguments parameters)
    {
        VisitAll(parameters.Defaults);
        VisitAll(parameters.KeywordDefaults);
    }

    private void VisitAnnotations(Arguments parameters)
    {
        foreach (var parameter in parameters.PositionalOnly)
        {
            VisitAnnotation(parameter.Annotation);
        }

        foreach (var parameter in parameters.Positional)
        {
            VisitAnnotation(parameter.Annotation);
        }

        VisitAnnotation(parameters.VarArgs?.Annotation);
        VisitAnnotation(parameters.KeywordArgs?.Annotation);
        foreach (var parameter in parameters.KeywordOnly)
        {
            VisitAnnotation(parameter.Annotation);
        }
    }

    /// <summary>Under <c>from __future__ import annotations</c> its names are nobody's: they get a scope that hangs in no tree.</summary>
    private void VisitAnnotation(Expression? annotation)
    {
        if (annotation is null)
        {
            return;
        }

        if (!_annotationsAreText)
        {
            Visit(annotation);
            return;
        }

        var outer = _scope;
        _scope = Create(ScopeKind.Annotation, annotation, outer, outer.ClassName);
        Detached.Add(_scope);
        Visit(annotation);
        _scope = outer;
    }

    private void AddParameters(Arguments parameters)
    {
        AddParameters(parameters.PositionalOnly);
        AddParameters(parameters.Positional);
        AddParameters(parameters.KeywordOnly);
        AddParameter(parameters.VarArgs);
        AddParameter(parameters.KeywordArgs);
    }

    private void AddParameters(ImmutableArray<Parameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            AddParameter(parameter);
        }
    }

    private void AddParameter(Parameter? parameter)
    {
        if (parameter is not null)
        {
            parameter.SymbolIndex = Add(parameter.Name, SymbolFlags.Parameter).Index;
        }
    }
}
