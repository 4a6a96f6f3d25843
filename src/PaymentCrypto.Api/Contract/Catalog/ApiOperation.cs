using System.Diagnostics.CodeAnalysis;

namespace PaymentCrypto.Api.Catalog;

/// <summary>One operation of the AWS contract: its records, its wire form and its traits, for code that knows only its name.</summary>
public abstract class ApiOperation
{
    private protected ApiOperation(Service service, Route route, string name, OperationTraits traits, string? itemsMember, IReadOnlyList<string> errors)
    {
        Service = service;
        Route = route;
        Name = name;
        Traits = traits;
        ItemsMember = itemsMember;
        Errors = errors;
    }

    /// <summary>The service that it belongs to.</summary>
    public Service Service { get; }

    /// <summary>Where it is called.</summary>
    public Route Route { get; }

    /// <summary>The service's name, as in <c>X-Amz-Target</c> after the dot.</summary>
    public string Name { get; }

    /// <summary>What the service model says about calling it.</summary>
    public OperationTraits Traits { get; }

    /// <summary>The response member that holds the items of a page; null for an operation without pages.</summary>
    public string? ItemsMember { get; }

    /// <summary>The codes of the errors that the service model lists for it.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>The request record.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
    public abstract Type RequestType { get; }

    /// <summary>The response record.</summary>
    public abstract Type ResponseType { get; }

    /// <summary>Reads a request body.</summary>
    /// <param name="utf8Json">One JSON object in UTF-8; empty means no members.</param>
    /// <exception cref="MalformedJsonException">It is not the JSON of the request.</exception>
    public abstract ApiRequest ReadRequest(ReadOnlySpan<byte> utf8Json);

    /// <summary>Writes a request body.</summary>
    /// <param name="request">A <see cref="RequestType"/>.</param>
    public abstract byte[] WriteRequest(ApiRequest request);

    /// <summary>Reads a response body.</summary>
    /// <param name="utf8Json">One JSON object in UTF-8; empty means no members.</param>
    /// <exception cref="MalformedJsonException">It is not the JSON of the response.</exception>
    public abstract ApiResponse ReadResponse(ReadOnlySpan<byte> utf8Json);

    /// <summary>Writes a response body.</summary>
    /// <param name="response">A <see cref="ResponseType"/>.</param>
    public abstract byte[] WriteResponse(ApiResponse response);

    /// <summary>Sends a request whose type is known only here.</summary>
    /// <param name="provider">Who answers.</param>
    /// <param name="request">A <see cref="RequestType"/>.</param>
    /// <param name="cancel">Stops waiting.</param>
    public abstract Task<ApiResponse> SendAsync(IPaymentCryptography provider, ApiRequest request, CancellationToken cancel);
}
