using LeakLens.Engine.Heap;
using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Growths;

/// <summary>
/// What kind of thing a growing statement stores, told by structure: a part of the program, of which there are as many as somebody wrote, the
/// answer to a question that is asked again, or one more thing of each call.
/// </summary>
internal sealed partial class StoredThing
{
    private readonly GrowthCase _growth;
    private readonly Storing _storing;
    private readonly string _text;

    public StoredThing(GrowthCase growth, Storing storing)
    {
        _growth = growth;
        _storing = storing;
        _text = growth.Context.Text.Text;
    }

    /// <summary>
    /// Functions, classes and modules that are entered in a table: a decorator, a hook that is called later, a metaclass, a name that may be
    /// taken only once.
    /// </summary>
    public bool IsPartOfProgram() =>
        IsRunByDefinitions()
        || _growth.Context.Called.AreOf(_storing.Holder)
        || (_storing.Key is { } key && IsNamedAfterDefinition(Origins.Of(key, _growth.Function)))
        || Stored().Any(IsDefinedHere)
        || Stored().Any(IsDefinitionByUse)
        || Stored().Any(IsWrapped)
        || (!IsInHandler() && !IsOfRequest() && Stored().Any(IsHandedBack))
        || IsRefusedTwice();

    /// <summary>Of each key there is one entry, and the keys are few: constants, truth values, types, lengths of nothing.</summary>
    public bool HasFewKeys() => _storing.Key is { } key ? IsOfFew(Origins.Of(key, _growth.Function))
        : _growth.Fact.ContainerKind is ObjectKind.Dict && _storing.Values is [Dict { Keys: var keys }] && keys.All(static key => key is Constant);

    /// <summary>The function asks first whether the container is empty: it fills it once.</summary>
    public bool IsFilledOnce()
    {
        if (_growth.Function is not { } function)
        {
            return false;
        }

        var finder = new EmptinessFinder(_text, TextOf(_storing.Holder));
        finder.Visit(function);
        return finder.Found || (function is FunctionDef definition && IsDoneOnce(definition));
    }

    /// <summary><c>if self.names: return</c> before it, and <c>self.names = ...</c> behind: all calls but the first leave at once.</summary>
    private bool IsDoneOnce(FunctionDef function)
    {
        var asked = function.Body.TakeWhile(statement => statement.End <= _growth.Fact.Node.Start).OfType<If>().Where(static guard => guard is { OrElse.IsEmpty: true, Body: [Return { Value: null }], Test: Attribute or Name }).ToArray();
        return asked.Length > 0 && function.Body.SkipWhile(statement => statement.Start < _growth.Fact.Node.End).OfType<Assign>()
            .Any(done => PathConditions.ValueOf(done.Value) is not false && done.Targets.Any(target => Array.Exists(asked, guard => SameExpression.Is(guard.Test, target))));
    }

    /// <summary>The container is looked into under the same key before, and what is put in is worked out from something.</summary>
    public bool IsAnswer()
    {
        if (_storing is not { Key: { } key, IsUpdate: false, Values.IsEmpty: false } || _growth.Function is not { } function || _storing.Values.Any(IsFresh))
        {
            return false;
        }

        var value = _storing.Values is [var only] ? only : null;
        return LooksUp(function, key, value) && (value is null || !LooksUp(value, key, null));
    }

    /// <summary>The function looks into the container under the same key.</summary>
    public bool IsLookedUp() => _storing.Key is { } key && _growth.Function is { } function && LooksUp(function, key, null);

    /// <summary>A key of which there may be any number: an argument or a part of one, or something that is made for it.</summary>
    public bool HasOpenKeys() => _storing.Key is null || Origins.Of(_storing.Key, _growth.Function) switch
    {
        Name name => _growth.Function is { } function && Origins.IsParameter(name.Id, function),
        Attribute or Subscript => IsPartOfArgument(_storing.Key),
        _ => true,
    };

    /// <summary>
    /// The key is what a caller in the program names, an attribute of the object, or one of what the object or the module has: coroutines that file something
    /// under it find few, and the same ones again. Code that nobody trusts is not excused.
    /// </summary>
    public bool HasChosenKeys() => _growth.Context.Rules.TrustsPaths && _storing.Key is { } key && !RequestReach.IsIn(_growth) && Origins.Of(key, _growth.Function) switch
    {
        Name name => IsOneOfOwn(name) || (_growth.Function is { } function && Origins.IsParameter(name.Id, function)),
        Attribute attribute => _growth.Context.Code.ClassOfSelf(attribute) is not null,
        var made => new NamesFinder().Of(made) is { Count: > 0 } names && names.Exists(IsOneOfOwn) && !names.Exists(name => _growth.Function is { } function && Origins.ParameterOf(name.Id, function) is { } parameter && !IsReceiver(parameter, function)),
    };

    /// <summary><c>for pair in self.pairs</c>.</summary>
    private bool IsOneOfOwn(Name name) => _growth.Context.Code.LoopsAround(_growth.Fact.Node).OfType<For>().Any(loop => loop.Target is Name each && string.Equals(each.Id, name.Id, StringComparison.Ordinal)
        && loop.Iterable is Attribute own && _growth.Context.Code.ClassOfSelf(own) is not null);

    /// <summary>The key is taken out of what the function was given, or made of it: it comes with the data, while a name that is handed over is chosen by a program.</summary>
    public bool IsKeyedByContents() => _storing.Key is { } key && HasOpenKeys() && Origins.Of(key, _growth.Function) is not Name;

    private bool IsPartOfArgument(Expression part)
    {
        while (part is Attribute or Subscript)
        {
            part = part is Attribute attribute ? attribute.Value : ((Subscript)part).Value;
        }

        // Not a name: something that was made, of which a part is taken.
        return Origins.Of(part, _growth.Function) is not Name name
            || (_growth.Function is { } function && Origins.ParameterOf(name.Id, function) is { } parameter && !IsReceiver(parameter, function));
    }

    private bool IsReceiver(Parameter parameter, SyntaxNode function) =>
        function is FunctionDef { Parameters.Positional: [var first, ..] } && ReferenceEquals(first, parameter) && _growth.Context.Code.ClassOf(function) is not null;

    private bool LooksUp(SyntaxNode code, Expression key, Expression? except)
    {
        var finder = new LookUpFinder(_text, TextOf(_storing.Holder), TextOf(key), _growth.Fact.Node, except);
        finder.Visit(code);
        return finder.Found;
    }

    /// <summary>Something is made for the entry; it was not there before as somebody's argument or attribute.</summary>
    public bool IsMade() => _storing.Values.IsEmpty
        ? _growth.Fact.Content.HoldsContainers || _growth.Fact.Content.Items.Any(static item => item.Kind is ObjectKind.List or ObjectKind.Dict or ObjectKind.Set or ObjectKind.Deque or ObjectKind.Instance)
        : _storing.Values.Any(value => IsMade(Origins.Of(value, _growth.Function)));

    /// <summary>
    /// What is stored is of this call and no other: an identity or a time is taken for it, or one more record is written down. What is merely handed
    /// on may be a part of the program that somebody registers.
    /// </summary>
    public bool IsNewEachTime()
    {
        if (_storing.Key is { } key)
        {
            return IsDrawn(key) || (!_storing.IsUpdate && HasOpenKeys() && _storing.Values.Any(IsDrawn));
        }

        return !IsAskedFor() && !IsOnceForEachKey() && _storing.Values.Any(value => Origins.Of(value, _growth.Function) is var origin && (origin is Dict or JoinedStr or BinOp || (origin is Tuple record && !IsConstant(record)) || IsDrawn(value)));
    }

    /// <summary>A whole table is taken over: the same keys again, whenever it is done again.</summary>
    public bool IsTakenOver() => _growth.Fact is { Operation: "update", ContainerKind: ObjectKind.Dict } && _storing is { Key: null } && _storing.Values is [not (Dict or DictComp or GeneratorExp or ListComp)];

    private bool IsDrawn(Expression expression)
    {
        var finder = new DrawFinder(_growth.Context.Names);
        finder.Visit(Origins.Of(expression, _growth.Function));
        return finder.Found;
    }

    /// <summary><c>if x not in items: items.append(x)</c>: each thing once.</summary>
    private bool IsAskedFor() => _growth.Function is { } function && _storing.Values.Any(value => LooksUp(function, value, null));

    /// <summary><c>if name in loaded: return</c> before it, and <c>loaded.append(name)</c> in the same function: once for each name. Code that nobody trusts is not excused.</summary>
    private bool IsOnceForEachKey() => _growth is { Context.Rules.TrustsPaths: true, Function: FunctionDef function }
        && function.Body.TakeWhile(statement => statement.End <= _growth.Fact.Node.Start).OfType<If>().Any(guard => guard is { Body: [.., Return], Test: Compare { Left: Name or Attribute, Operators: [CompareOperator.In], Comparators: [Name or Attribute] } asked }
            && function.Body.OfType<Expr>().Any(added => added.Value is Call { Function: Attribute { Name: "append" or "add" } method, Arguments: [var key] } && SameExpression.Is(method.Value, asked.Comparators[0]) && SameExpression.Is(key, asked.Left)));

    /// <summary>Requests make it: one more thing of each in what has no keys, and entries under keys that come with them.</summary>
    public bool IsOfRequest() => RequestReach.IsBrought(_growth) || (_storing.Key is null && !IsAskedFor() && RequestReach.IsIn(_growth));

    /// <summary>The functions around are called by a framework, for whatever comes: coroutines, and what stands below <c>@app.get("/")</c>.</summary>
    public bool IsInHandler() => _growth.Functions.Any(static function => function is FunctionDef { IsAsync: true })
        || (_growth.Function is FunctionDef definition && definition.Decorators.Any(decorator =>
            // What an object of the program hands out, as app.get("/") is; a library's own decorator locks, times or retries.
            decorator is Call { Function: Attribute method } && _growth.Context.Names.Resolve(method) is null));

    /// <summary>One constant of the program, the same each time.</summary>
    private static bool IsConstant(Tuple record) => record.Elements.All(static element => element is Constant);

    private bool IsMade(Expression value) => value switch
    {
        Name name => IsOwnObject(name),
        Attribute or Subscript or Constant => false,
        // Under a key a record of what was given; in a list one more record each time.
        Tuple { Elements: var elements } when _storing.Key is not null => elements.Any(IsMade),
        List { Elements: var elements } when _storing.Key is not null => elements.Any(IsMade),
        Starred { Value: var inner } => IsMade(inner),
        Call when _growth.Fact.ContainerKind is ObjectKind.Dict && _storing.Key is null => false,
        _ => true,
    };

    /// <summary>A method enters its own object in something that outlives it.</summary>
    private bool IsOwnObject(Name value) => _growth.Fact.Owner is { IsOfWorld: false, Lifetime: Findings.Lifetime.Class or Findings.Lifetime.Module }
        && _growth.Function is FunctionDef { Name: "__init__" or "__post_init__" or "__enter__", Parameters.Positional: [var self, ..] } && string.Equals(self.Name, value.Id, StringComparison.Ordinal);

    /// <summary>A constant, a truth value, a setting of another module.</summary>
    private bool IsOfFew(Expression key) => key is Constant or Compare or BoolOp or UnaryOp { Operator: UnaryOperator.Not } || (key is Attribute && _growth.Context.Names.Resolve(key) is not null);

    private IEnumerable<Expression> Stored()
    {
        if (_storing.Key is { } key)
        {
            var origin = Origins.Of(key, _growth.Function);
            yield return origin;
            if (origin is Call { Arguments: [var named] } call && _growth.Context.Names.Resolve(call.Function)?.Text is "builtins.id")
            {
                yield return named;
            }
        }

        foreach (var value in _storing.Values)
        {
            var origin = Origins.Of(value, _growth.Function);
            yield return origin;
            foreach (var element in origin is Tuple tuple ? tuple.Elements : origin is Dict record ? record.Values : [])
            {
                yield return element;
            }
        }
    }

    private bool IsRunByDefinitions() => _growth.Functions.Any(function => function is FunctionDef definition
        && (definition.Name is "__init_subclass__" or "__set_name__" || (definition.Name is "__new__" && definition.Parameters.Positional.Length + definition.Parameters.PositionalOnly.Length >= 4)
            || (_growth.Context.Code.ClassOf(definition) is { } type && type.Bases.Any(IsMetaclass))));

    private bool IsMetaclass(Expression type) => _growth.Context.Names.Resolve(type)?.Text is "builtins.type" or "abc.ABCMeta" or "enum.EnumMeta" or "enum.EnumType";

    /// <summary>Named after a class, a function or a module: there are as many as somebody wrote.</summary>
    private static bool IsNamedAfterDefinition(Expression key)
    {
        var finder = new DefinitionNameFinder();
        finder.Visit(key);
        return finder.Found;
    }

    /// <summary>A function or class that a function around the growing one defines, or an object that is made of a class that was handed in.</summary>
    private bool IsDefinedHere(Expression stored) => stored switch
    {
        Name name => _growth.Functions.Any(function => function is FunctionDef { Body: var body }
            && body.Any(statement => statement is FunctionDef { Name: var defined } && string.Equals(defined, name.Id, StringComparison.Ordinal) || statement is ClassDef { Name: var type } && string.Equals(type, name.Id, StringComparison.Ordinal))),
        Call { Function: Name made } => _growth.Functions.Any(function => Origins.IsParameter(made.Id, function)),
        _ => false,
    };

    /// <summary>A parameter that is annotated as one, or of which the function asks whether it is one.</summary>
    private bool IsDefinitionByUse(Expression stored)
    {
        if (stored is Attribute { Value: Name owner })
        {
            // What a class says of itself is said once for each class.
            return _growth.Functions.Any(function => Asks(function, owner.Id));
        }

        if (stored is not Name name)
        {
            return false;
        }

        foreach (var function in _growth.Functions)
        {
            if (Origins.ParameterOf(name.Id, function) is { } parameter)
            {
                return IsClassOfMethod(function, parameter) || IsCallableType(parameter.Annotation) || Asks(function, name.Id);
            }
        }

        return false;
    }

    /// <summary>An object that is made of a function or class that was handed in.</summary>
    private bool IsWrapped(Expression stored) => stored is Call { Function: Name made } call
        && (_growth.Context.Names.Resolve(made)?.Text is "functools.partial" || call.Arguments.Any(IsDefinitionByUse));

    private static bool IsClassOfMethod(SyntaxNode function, Parameter parameter) => function is FunctionDef { Parameters.Positional: [var first, ..], Decorators: var decorators }
        && ReferenceEquals(first, parameter) && decorators.Any(static decorator => decorator is Name { Id: "classmethod" });

    private bool IsCallableType(Expression? annotation) => annotation switch
    {
        null => false,
        Subscript { Value: var generic, Index: var inner } => IsCallableType(generic) || (_growth.Context.Names.Resolve(generic)?.Text is "typing.Optional" or "typing.Union" && IsCallableType(inner)),
        Tuple { Elements: [var first, ..] } => IsCallableType(first),
        BinOp { Left: var left } => IsCallableType(left),
        _ => _growth.Context.Names.Resolve(annotation)?.Text is "typing.Callable" or "collections.abc.Callable" or "typing.Type" or "builtins.type" or "types.FunctionType" or "types.ModuleType" or "types.CodeType",
    };

    private static bool Asks(SyntaxNode function, string name)
    {
        var finder = new QuestionFinder(name);
        finder.Visit(function);
        return finder.Found;
    }

    /// <summary>A decorator gives back what it was given.</summary>
    private bool IsHandedBack(Expression stored)
    {
        if (stored is not Name name || !_growth.Functions.Any(function => Origins.IsParameter(name.Id, function)))
        {
            return false;
        }

        foreach (var function in _growth.Functions)
        {
            var finder = new ReturnFinder(name.Id);
            finder.Visit(function);
            if (finder.Found)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>if key in table: raise</c>.</summary>
    private bool IsRefusedTwice()
    {
        if (_storing.Key is not { } key || _growth.Function is not { } function)
        {
            return false;
        }

        var finder = new RefusalFinder(_text, TextOf(_storing.Holder), TextOf(key));
        finder.Visit(function);
        return finder.Found;
    }

    /// <summary>Empty, or a constant: nothing is worked out.</summary>
    private bool IsFresh(Expression value) => Origins.Of(value, _growth.Function) is Constant or List { Elements: [] } or Dict { Values: [] } or Tuple { Elements: [] }
        or Call { Function: Name { Id: "list" or "dict" or "set" or "deque" }, Arguments: [], Keywords: [] } or Call { Function: Name { Id: "defaultdict" or "deque" } };

    private string TextOf(Expression expression) => _text[expression.Start..expression.End];
}
