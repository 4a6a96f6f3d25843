using System.Reflection;
using Amazon.Runtime;
using PaymentCrypto.Api;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>
/// Credentials from an object of any type, by the names of its members. <c>AWSCredentials</c> of another load context are a
/// different type from ours with the same members; AWS.Tools hides them one level down, in a member <c>Credentials</c>.
/// </summary>
internal sealed class ForeignCredentials(object source) : AWSCredentials
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        object? given = source is Delegate factory ? await ResultOf(() => factory.DynamicInvoke()).ConfigureAwait(false) : source;
        object? values = await ValuesOf(given, unwrap: true).ConfigureAwait(false);
        string? accessKey = Text(values, "AccessKey") ?? Text(values, "AccessKeyId");
        string? secretKey = Text(values, "SecretKey") ?? Text(values, "SecretAccessKey");
        return accessKey is not null && secretKey is not null
            ? new ImmutableCredentials(accessKey, secretKey, Text(values, "Token") ?? Text(values, "SessionToken"))
            : throw Unusable(given, "gives no AccessKey and SecretKey");
    }

    private static async Task<object?> ValuesOf(object? given, bool unwrap)
    {
        if (given is null)
        {
            return null;
        }

        // Only public methods without parameters: anything else is not meant for us.
        Type type = given.GetType();
        if ((type.GetMethod("GetCredentialsAsync", Type.EmptyTypes) ?? type.GetMethod("GetCredentials", Type.EmptyTypes)) is { } method)
        {
            return await ResultOf(() => method.Invoke(given, null)).ConfigureAwait(false);
        }

        return unwrap && type.GetProperty("Credentials", Members)?.GetValue(given) is { } inner
            ? await ValuesOf(inner, unwrap: false).ConfigureAwait(false)
            : given;
    }

    private static async Task<object?> ResultOf(Func<object?> call)
    {
        object? result;
        try
        {
            result = call();
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } cause)
        {
            throw Unusable(null, $"failed: {cause.Message}");
        }
        catch (TargetParameterCountException)
        {
            throw Unusable(null, "is a delegate with parameters; it must have none");
        }

        if (result is not Task task)
        {
            return result;
        }

        await task.ConfigureAwait(false);
        return task.GetType().GetProperty(nameof(Task<object>.Result))?.GetValue(task);
    }

    private static string? Text(object? values, string name) =>
        values?.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public)?.GetValue(values) is string { Length: > 0 } text ? text : null;

    private static AwsConfigurationException Unusable(object? given, string problem) => new(
        AwsConfigurationFailure.CredentialsUnusable,
        $"The given credential object{(given is null ? string.Empty : $" of type {given.GetType().FullName}")} {problem}.")
    {
        RecommendedAction = "Give an AWSCredentials object, or anything with GetCredentials() that returns AccessKey, SecretKey and Token.",
    };
}
